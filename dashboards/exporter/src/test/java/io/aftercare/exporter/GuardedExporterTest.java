package io.aftercare.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.aftercare.exporter.topic.Readiness;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.web.Authority;
import io.aftercare.exporter.web.Authority.Identity;
import io.aftercare.exporter.web.WebGuard;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in and who is not, over real connections and with certificates of this test. */
@Tag("slow")
class GuardedExporterTest {
  /** fakepassword, from the Prometheus exporter toolkit; and "second", by htpasswd. */
  private static final String ALICE =
      "  alice: $2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi\n";

  private static final String TLS =
      "tls_server_config:\n  cert_file: server.pem\n  key_file: key.pem\n";
  private static final String VERIFY =
      TLS + "  client_auth_type: RequireAndVerifyClientCert\n  client_ca_file: ca.pem\n";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Readiness READY =
      new Readiness() {
        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public String describe() {
          return "ready";
        }
      };

  @TempDir Path directory;
  private final Authority authority = new Authority();
  private @Nullable WebGuard guard;
  private @Nullable ExporterServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private void serve(String config) throws IOException {
    authority.install(directory, "EC");
    start(config);
  }

  private void start(String config) throws IOException {
    guard = WebGuard.of(write(config));
    MetricsView view = new MetricsView(List.of(), 0);
    server = ExporterServer.start("127.0.0.1", 0, guard, MetricsAlone.of(view, READY, READY));
  }

  private Path write(String config) throws IOException {
    return Files.writeString(directory.resolve("web.yml"), config);
  }

  private WebGuard guard() {
    if (guard == null) {
      throw new AssertionError("not served yet");
    }
    return guard;
  }

  private HttpRequest.Builder to(String path) {
    if (server == null) {
      throw new AssertionError("not served yet");
    }
    String root = guard().scheme() + "://127.0.0.1:" + server.port();
    return HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
  }

  private static HttpRequest.Builder as(HttpRequest.Builder request, String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Each with a client of its own, so that no connection is used twice. */
  private static HttpResponse<String> send(SSLContext tls, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .sslContext(tls)
        .build()
        .send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return send(authority.client(null), request);
  }

  private static BigInteger serialOf(HttpResponse<?> response) throws SSLPeerUnverifiedException {
    Certificate[] shown = response.sslSession().orElseThrow().getPeerCertificates();
    return ((X509Certificate) shown[0]).getSerialNumber();
  }

  @ParameterizedTest
  @CsvSource({"RSA, true", "RSA, false", "EC, true", "EC, false"})
  void tlsIsServedWithKeysOfEveryUsualForm(String algorithm, boolean pkcs8) throws Exception {
    Identity identity = authority.install(directory, algorithm);
    String key = pkcs8 ? identity.pkcs8() : identity.traditional();
    assertThat(key)
        .contains(pkcs8 ? "-----BEGIN PRIVATE KEY" : "-----BEGIN " + algorithm + " PRIVATE KEY");
    Files.writeString(directory.resolve("key.pem"), key);
    start(TLS);
    HttpResponse<String> response = send(to("/metrics"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("aftercare_events_read_total");
    assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
  }

  @Test
  void plainHttpIsRefusedOnATlsPort() throws Exception {
    serve(TLS);
    URI plain = URI.create(to("/metrics").build().uri().toString().replace("https:", "http:"));
    assertThatThrownBy(() -> send(HttpRequest.newBuilder(plain).timeout(PATIENCE)))
        .isInstanceOf(IOException.class);
    assertThat(send(to("/healthz")).statusCode()).isEqualTo(200);
  }

  @Test
  void aVersionBelowTheLowestIsRefused() throws Exception {
    serve(TLS + "  min_version: TLS13\n");
    SSLParameters old = new SSLParameters(null, new String[] {"TLSv1.2"});
    HttpClient client =
        HttpClient.newBuilder().sslContext(authority.client(null)).sslParameters(old).build();
    assertThatThrownBy(() -> client.send(to("/").build(), BodyHandlers.ofString()))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void withoutTheRightPasswordNothingIsServed() throws Exception {
    serve(TLS + "basic_auth_users:\n" + ALICE);
    for (String path : List.of("/metrics", "/ready", "/healthz", "/", "/api/v1/x", "/none")) {
      HttpResponse<String> response = send(to(path));
      assertThat(response.statusCode()).as(path).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
          .startsWith("Basic realm=");
      assertThat(response.body()).isEqualTo("not without user and password\n");
    }
    HttpRequest.Builder head = to("/metrics").method("HEAD", BodyPublishers.noBody());
    assertThat(send(head).statusCode()).isEqualTo(401);
    assertThat(send(as(to("/metrics"), "alice", "wrong")).statusCode()).isEqualTo(401);
    assertThat(send(as(to("/metrics"), "bob", "fakepassword")).statusCode()).isEqualTo(401);
    assertThat(send(as(to("/metrics"), "", "")).statusCode()).isEqualTo(401);
    for (String noPair : List.of("Basic", "Basic %%%", "Basic YWxpY2U=", "Bearer x", "x")) {
      assertThat(send(to("/metrics").header("Authorization", noPair)).statusCode())
          .as(noPair)
          .isEqualTo(401);
    }
  }

  @Test
  void theRightPasswordOpensEverything() throws Exception {
    serve("basic_auth_users:\n" + ALICE);
    HttpResponse<String> response = send(as(to("/metrics"), "alice", "fakepassword"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("aftercare_events_read_total");
    assertThat(send(as(to("/none"), "alice", "fakepassword")).statusCode()).isEqualTo(404);
  }

  @Test
  void everyAnswerHasTheHeadersOfTheFile() throws Exception {
    serve(
        "http_server_config:\n  headers:\n    X-Frame-Options: deny\nbasic_auth_users:\n" + ALICE);
    for (HttpRequest.Builder request :
        List.of(to("/metrics"), as(to("/metrics"), "alice", "fakepassword"))) {
      assertThat(send(request).headers().firstValue("X-Frame-Options")).hasValue("deny");
    }
  }

  @Test
  void aClientWithoutACertificateOfTheAuthorityIsRefused() throws Exception {
    serve(VERIFY);
    Identity stranger = authority.impostor().issue("EC", "prometheus");
    for (SSLContext client : List.of(authority.client(null), authority.client(stranger))) {
      assertThatThrownBy(() -> send(client, to("/metrics"))).isInstanceOf(IOException.class);
    }
    SSLContext known = authority.client(authority.issue("EC", "prometheus"));
    assertThat(send(known, to("/metrics")).statusCode()).isEqualTo(200);
  }

  @Test
  void ofTheAuthoritysClientsOnlyThoseWithAnAllowedNameAreLetIn() throws Exception {
    serve(VERIFY + "  client_allowed_sans: [prometheus]\n");
    SSLContext allowed = authority.client(authority.issue("EC", "prometheus"));
    SSLContext other = authority.client(authority.issue("EC", "grafana"));
    assertThat(send(allowed, to("/metrics")).statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> send(other, to("/metrics"))).isInstanceOf(IOException.class);
  }

  @Test
  void aCertificateThatIsAskedForButNotNeededMayBeMissingButNotForeign() throws Exception {
    serve(VERIFY.replace("RequireAndVerifyClientCert", "VerifyClientCertIfGiven"));
    assertThat(send(to("/metrics")).statusCode()).isEqualTo(200);
    SSLContext stranger = authority.client(authority.impostor().issue("EC", "prometheus"));
    assertThatThrownBy(() -> send(stranger, to("/metrics"))).isInstanceOf(IOException.class);
  }

  @Test
  void aRenewedCertificateIsServedWithoutARestart() throws Exception {
    serve(TLS);
    BigInteger first = serialOf(send(to("/metrics")));
    BigInteger renewed = authority.install(directory, "RSA").certificate().getSerialNumber();
    assertThat(renewed).isNotEqualTo(first);
    await().atMost(PATIENCE).until(() -> serialOf(send(to("/metrics"))).equals(renewed));
  }

  @Test
  void usersComeAndGoWithoutARestart() throws Exception {
    serve("basic_auth_users:\n" + ALICE);
    assertThat(send(as(to("/"), "alice", "fakepassword")).statusCode()).isEqualTo(404);
    write("basic_auth_users:\n" + ALICE.replace("alice", "bob"));
    awaitStatus(404, "bob");
    assertThat(send(as(to("/"), "alice", "fakepassword")).statusCode()).isEqualTo(401);
  }

  @Test
  void aBrokenChangeLeavesTheOldInForceAndIsCountedOnce() throws Exception {
    serve(TLS + "basic_auth_users:\n" + ALICE);
    BigInteger first = serialOf(send(to("/")));
    write(TLS + "basic_auth_users:\n  alice: none\n");
    awaitFailures(1);
    for (int i = 0; i < 3; i++) {
      Thread.sleep(1_100); // longer than the guard looks away
      assertThat(send(as(to("/"), "alice", "fakepassword")).statusCode()).isEqualTo(404);
    }
    assertThat(guard().reloadFailures()).isEqualTo(1);

    Files.writeString(directory.resolve("key.pem"), "no key");
    write(TLS + "basic_auth_users:\n" + ALICE.replace("alice", "bob"));
    awaitStatus(401, "bob");
    awaitFailuresAbove(1);
    assertThat(serialOf(send(to("/")))).isEqualTo(first);
    assertThat(send(as(to("/"), "alice", "fakepassword")).statusCode()).isEqualTo(404);

    authority.install(directory, "EC");
    awaitStatus(404, "bob");
  }

  @Test
  void tlsCannotGoWhileThePortIsOpen() throws Exception {
    serve(TLS + "basic_auth_users:\n" + ALICE);
    write("basic_auth_users:\n" + ALICE);
    awaitFailures(1);
    assertThat(guard().scheme()).isEqualTo("https");
    assertThat(send(as(to("/"), "alice", "fakepassword")).statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressThatOthersReachIsWarnedOfUnlessItIsGuarded() throws Exception {
    authority.install(directory, "EC");
    InetAddress loopback = InetAddress.getLoopbackAddress();
    InetAddress all = InetAddress.getByAddress(new byte[4]);
    String users = "basic_auth_users:\n" + ALICE;
    assertThat(WebGuard.of(null).warningFor(loopback)).isEmpty();
    assertThat(WebGuard.of(null).warningFor(all).orElse("")).contains("everybody there can read");
    assertThat(WebGuard.of(write(TLS)).warningFor(all).orElse("")).contains("everybody there");
    assertThat(WebGuard.of(write(users)).warningFor(all).orElse("")).contains("in the clear");
    assertThat(WebGuard.of(write(TLS + users)).warningFor(all)).isEmpty();
    assertThat(WebGuard.of(write(VERIFY)).warningFor(all)).isEmpty();
  }

  private void awaitStatus(int status, String user) {
    await()
        .atMost(PATIENCE)
        .until(() -> send(as(to("/"), user, "fakepassword")).statusCode() == status);
  }

  private void awaitFailures(int failures) {
    await().atMost(PATIENCE).until(() -> afterARequest() == failures);
  }

  private void awaitFailuresAbove(int failures) {
    await().atMost(PATIENCE).until(() -> afterARequest() > failures);
  }

  /** The file is looked at on requests. */
  private long afterARequest() throws IOException, InterruptedException {
    send(to("/"));
    return guard().reloadFailures();
  }
}

package io.aftercare.exporter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file says, and each way in which it can be wrong, with its line. */
class WebConfigTest {
  /** Of the password fakepassword, from the documents of the Prometheus exporter toolkit. */
  private static final String HASH = "$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi";

  private static final String TLS = "tls_server_config:\n  cert_file: server.pem\n";

  private static final Authority AUTHORITY = new Authority();
  private static final Authority.Identity OTHER = AUTHORITY.issue("EC", "other");
  private static final Authority.Identity RSA = AUTHORITY.issue("RSA", "rsa");

  @TempDir Path directory;

  @BeforeEach
  void makeCertificates() throws IOException {
    AUTHORITY.install(directory, "EC");
    Files.writeString(directory.resolve("other-key.pem"), OTHER.pkcs8());
    Files.writeString(directory.resolve("rsa-key.pem"), RSA.traditional());
    Files.writeString(directory.resolve("wrong-order.pem"), AUTHORITY.pem() + OTHER.pem());
    Files.writeString(directory.resolve("empty.pem"), "");
    Files.writeString(
        directory.resolve("locked.pem"),
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
  }

  private WebConfig read(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("web.yml"), text);
    return WebConfig.read(file, new Sources());
  }

  private SSLParameters parameters(String more) throws IOException {
    TlsSettings tls = read(TLS + "  key_file: key.pem\n" + more).tls();
    if (tls == null) {
      throw new AssertionError("no TLS");
    }
    return tls.parameters();
  }

  @Test
  void anEmptyFileAsksForNothing() throws IOException {
    assertThat(read("# nothing yet\n")).isEqualTo(WebConfig.NONE);
  }

  @Test
  void everythingThatTheConventionHasAndWeServe() throws IOException {
    WebConfig config =
        read(
            """
            tls_server_config:
              cert_file: server.pem
              key_file: key.pem
              client_auth_type: RequireAndVerifyClientCert
              client_ca_file: ca.pem
              client_allowed_sans: [prometheus.example]
              min_version: TLS12
              max_version: TLS13
              cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]
              prefer_server_cipher_suites: false
            http_server_config:
              http2: true
              headers:
                X-Frame-Options: deny
                Strict-Transport-Security: max-age=60
            basic_auth_users:
              alice: %s
            """
                .formatted(HASH));
    assertThat(config.users()).isEqualTo(Map.of("alice", HASH));
    assertThat(config.headers())
        .isEqualTo(Map.of("X-Frame-Options", "deny", "Strict-Transport-Security", "max-age=60"));
    assertThat(config.wantsHttp2()).isTrue();
    assertThat(config.isOpen()).isFalse();
    assertThat(config.toString()).contains("alice").doesNotContain("$2y");
  }

  @Test
  void tls12And13AreTheDefaultAndNoClientIsAsked() throws IOException {
    SSLParameters parameters = parameters("");
    assertThat(parameters.getProtocols()).containsExactly("TLSv1.2", "TLSv1.3");
    assertThat(parameters.getUseCipherSuitesOrder()).isTrue();
    assertThat(parameters.getNeedClientAuth()).isFalse();
    assertThat(parameters.getWantClientAuth()).isFalse();
  }

  @Test
  void versionsNarrow() throws IOException {
    assertThat(parameters("  min_version: TLS13\n").getProtocols()).containsExactly("TLSv1.3");
    assertThat(parameters("  max_version: TLS12\n").getProtocols()).containsExactly("TLSv1.2");
  }

  @Test
  void chosenSuitesAreThoseOfTls12AndLeaveTls13ItsOwn() throws IOException {
    String suite = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    String chosen = "  cipher_suites: [" + suite + "]\n";
    assertThat(Arrays.stream(parameters(chosen).getCipherSuites()).filter(s -> s.contains("WITH")))
        .containsExactly(suite);
    assertThat(parameters(chosen).getCipherSuites()).contains("TLS_AES_128_GCM_SHA256");
    assertThat(parameters(chosen + "  max_version: TLS12\n").getCipherSuites())
        .containsExactly(suite);
  }

  @Test
  void clientsAreAskedAsTheFileSays() throws IOException {
    assertThat(parameters("  client_auth_type: RequestClientCert\n").getWantClientAuth()).isTrue();
    assertThat(parameters("  client_auth_type: RequireAnyClientCert\n").getNeedClientAuth())
        .isTrue();
    String ca = "  client_ca_file: ca.pem\n";
    SSLParameters ifGiven = parameters("  client_auth_type: VerifyClientCertIfGiven\n" + ca);
    assertThat(ifGiven.getWantClientAuth()).isTrue();
    assertThat(ifGiven.getNeedClientAuth()).isFalse();
  }

  static Stream<Arguments> mistakes() {
    String both = TLS + "  key_file: key.pem\n";
    String verify = both + "  client_auth_type: RequireAndVerifyClientCert\n";
    String users = "basic_auth_users:\n";
    return Stream.of(
        arguments("tls:\n  cert_file: x\n", 1, "tls: is no key here; there are basic_auth_users"),
        arguments("\n\nrate_limit: {burst: 1}\n", 3, "rate_limit: is not supported: a proxy"),
        arguments("- a\n", 1, "is not a mapping"),
        arguments("a: [\n", 2, "is not YAML"),
        arguments("basic_auth_users: alice\n", 1, "basic_auth_users: is not a mapping"),
        arguments("tls_server_config:\n", 1, "tls_server_config: is not a mapping"),
        arguments("tls_server_config: {}\n", 1, "cert_file is missing: the server's certificate"),
        arguments(TLS, 1, "tls_server_config: key_file is missing"),
        arguments(both + "  key_file: key.pem\n", 4, "tls_server_config.key_file: is there twice"),
        arguments(both + "  ciphers: [a]\n", 4, "tls_server_config.ciphers: is no key here"),
        arguments(both + "  cert: abc\n", 4, "tls_server_config.cert: is not supported: inline"),
        arguments(both + "  curve_preferences: [X25519]\n", 4, "-Djdk.tls.namedGroups"),
        arguments(
            "tls_server_config:\n  cert_file: gone.pem\n  key_file: key.pem\n",
            2,
            "tls_server_config.cert_file: 'gone.pem' cannot be read (there is no such file)"),
        arguments(
            "tls_server_config:\n  cert_file: key.pem\n  key_file: key.pem\n",
            2,
            "'key.pem' holds no certificate as PEM"),
        arguments(
            "tls_server_config:\n  cert_file: wrong-order.pem\n  key_file: key.pem\n",
            3,
            "does not belong to the first certificate"),
        arguments(
            TLS + "  key_file: other-key.pem\n",
            3,
            "tls_server_config.key_file: the key in 'other-key.pem' does not belong to the first"),
        arguments(TLS + "  key_file: rsa-key.pem\n", 3, "does not belong to the first certificate"),
        arguments(TLS + "  key_file: empty.pem\n", 3, "'empty.pem' holds no private key as PEM"),
        arguments(TLS + "  key_file: locked.pem\n", 3, "is encrypted; give it without a passphr"),
        arguments(TLS + "  key_file:\n", 3, "tls_server_config.key_file: has no value"),
        arguments(TLS + "  key_file: [a]\n", 3, "is a list or a mapping; one value is expected"),
        arguments(both + "  min_version: TLS10\n", 4, "'TLS10' is none of TLS12, TLS13"),
        arguments(
            both + "  min_version: TLS13\n  max_version: TLS12\n", 5, "TLS12 is below min_version"),
        arguments(both + "  cipher_suites: [RC4]\n", 4, "'RC4' is no cipher suite of this Java"),
        arguments(both + "  cipher_suites: RC4\n", 4, "is not a list of at least one value"),
        arguments(both + "  prefer_server_cipher_suites: yep\n", 4, "neither true nor false"),
        arguments(both + "  client_auth_type: Verify\n", 4, "'Verify' is none of NoClientCert, "),
        arguments(both + "  client_ca_file: ca.pem\n", 4, "of no use without client_auth_type"),
        arguments(verify, 1, "client_ca_file is missing"),
        arguments(verify + "  client_ca_file: empty.pem\n", 5, "holds no certificate as PEM"),
        arguments(
            both + "  client_allowed_sans:\n  - a\n",
            5,
            "client_allowed_sans: is of no use unless client_auth_type"),
        arguments("http_server_config:\n  http2: maybe\n", 2, "'maybe' is neither true nor false"),
        arguments(
            "http_server_config:\n  headers:\n    Server: x\n",
            3,
            "http_server_config.headers.Server: is no key here; there are Content-Security-Policy"),
        arguments(
            "http_server_config:\n  headers:\n    X-Frame-Options: allow\n",
            3,
            "'allow' is none of deny, sameorigin"),
        arguments(
            "http_server_config:\n  headers:\n    X-XSS-Protection: \"a\\r\\nSet-Cookie: b\"\n",
            3,
            "holds more than printable ASCII on one line"),
        arguments("basic_auth_users: {}\n", 1, "names no user"),
        arguments(users + "  alice: secret\n", 2, "basic_auth_users.alice: is no bcrypt hash"),
        arguments(users + "  a: " + HASH + "\n  b: $2y$31" + HASH.substring(6), 3, "cost from 4"),
        arguments(users + "  \"a:b\": " + HASH + "\n", 2, "has no colon"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsLine(String text, int line, String problem) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(WebConfigException.class)
        .hasMessageStartingWith(directory.resolve("web.yml") + ":" + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> WebConfig.read(directory.resolve("gone.yml"), new Sources()))
        .hasMessageContaining("gone.yml cannot be read: there is no such file");
  }

  @Test
  void noErrorShowsASecret() {
    String[] wrong = {
      "basic_auth_users:\n  alice: hunter2\n",
      "basic_auth_users:\n  alice: {hunter2: hunter2}\n",
      "basic_auth_users: [hunter2]\n",
      "basic_auth_users:\n  alice: \"hunter2\n",
      "basic_auth_users:\n  alice: %hunter2\n",
      "tls_server_config:\n  key: hunter2\n",
    };
    for (String text : wrong) {
      assertThatThrownBy(() -> read(text)).hasMessageNotContaining("hunter2");
    }
  }
}

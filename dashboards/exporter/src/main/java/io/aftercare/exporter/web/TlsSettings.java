package io.aftercare.exporter.web;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code tls_server_config}, ready for connections.
 *
 * @param verifiesClients true if only clients with a certificate of the CA are let in
 */
record TlsSettings(SSLContext context, SSLParameters parameters, boolean verifiesClients) {
  private static final List<String> VERSIONS = List.of("TLS12", "TLS13");
  private static final String TLS_13 = "TLSv1.3";
  private static final char[] NO_PASSWORD = {};
  private static final String IN_FILE = "inline PEM is not read; write it to a file and name that";

  private static final Set<String> KEYS =
      Set.of(
          "cert_file",
          "key_file",
          "client_auth_type",
          "client_ca_file",
          "client_allowed_sans",
          "min_version",
          "max_version",
          "cipher_suites",
          "prefer_server_cipher_suites");

  private static final Map<String, String> UNSUPPORTED =
      Map.of(
          "cert",
          IN_FILE + " with cert_file",
          "key",
          IN_FILE + " with key_file",
          "client_ca",
          IN_FILE + " with client_ca_file",
          "curve_preferences",
          "start Java with -Djdk.tls.namedGroups=...");

  static TlsSettings of(Section section, PemFiles files) {
    section.only(KEYS, UNSUPPORTED);
    KeyManager[] identity = identity(section, files);
    Scalar type = section.scalar("client_auth_type");
    ClientAuthType clients = type == null ? ClientAuthType.NO_CLIENT_CERT : ClientAuthType.of(type);
    TrustManager[] trust = {trust(section, clients, files)};
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(identity, trust, null);
      SSLParameters parameters = parameters(section, context);
      parameters.setWantClientAuth(clients.asks());
      if (clients.requires()) {
        parameters.setNeedClientAuth(true);
      }
      return new TlsSettings(context, parameters, clients.requires() && clients.verifies());
    } catch (GeneralSecurityException e) {
      throw section.place().wrong("this Java cannot serve it: " + e.getMessage());
    }
  }

  private static KeyManager[] identity(Section section, PemFiles files) {
    Scalar certFile = section.required("cert_file", "the server's certificate as PEM");
    Scalar keyFile = section.required("key_file", "the private key of the certificate as PEM");
    List<X509Certificate> chain = files.certificates(certFile);
    PrivateKey key = files.key(keyFile, chain.get(0));
    try {
      KeyStore store = emptyStore();
      store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, NO_PASSWORD);
      return factory.getKeyManagers();
    } catch (KeyStoreException e) {
      throw certFile.wrong(
          "the certificates in '"
              + certFile.value()
              + "' are no chain; the server's own comes first, then its issuer, and so on");
    } catch (GeneralSecurityException e) {
      throw certFile.wrong("this Java cannot serve it: " + e.getMessage());
    }
  }

  private static ClientTrust trust(Section section, ClientAuthType clients, PemFiles files) {
    Scalar caFile = section.scalar("client_ca_file");
    if (caFile != null && !clients.asks()) {
      throw caFile.wrong("is of no use without client_auth_type: RequireAndVerifyClientCert");
    }
    if (caFile == null && clients.verifies()) {
      throw section
          .place()
          .wrong("client_ca_file is missing: the CA that clients' certificates come from, as PEM");
    }
    List<Scalar> names = section.list("client_allowed_sans");
    if (!names.isEmpty() && !clients.requires()) {
      throw names
          .get(0)
          .wrong("is of no use unless client_auth_type is RequireAndVerifyClientCert");
    }
    X509ExtendedTrustManager ca = caFile == null ? null : ca(caFile, files);
    return new ClientTrust(
        clients.verifies() ? ca : null, names.stream().map(Scalar::value).toList());
  }

  private static @Nullable X509ExtendedTrustManager ca(Scalar file, PemFiles files) {
    List<X509Certificate> certificates = files.certificates(file);
    try {
      KeyStore store = emptyStore();
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("ca" + i, certificates.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw file.wrong("this Java cannot check against it: " + e.getMessage());
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new KeyStoreException("cannot happen: nothing is read", e);
    }
    return store;
  }

  private static SSLParameters parameters(Section section, SSLContext context) {
    Scalar min = section.scalar("min_version");
    Scalar max = section.scalar("max_version");
    int lowest = min == null ? 0 : VERSIONS.indexOf(min.oneOf(VERSIONS));
    int highest = max == null ? VERSIONS.size() - 1 : VERSIONS.indexOf(max.oneOf(VERSIONS));
    if (max != null && lowest > highest) {
      throw max.wrong(max.value() + " is below min_version");
    }
    SSLParameters parameters = context.getDefaultSSLParameters();
    parameters.setProtocols(
        VERSIONS.subList(lowest, highest + 1).stream()
            .map(version -> "TLSv1." + version.charAt(version.length() - 1))
            .toArray(String[]::new));
    Scalar ours = section.scalar("prefer_server_cipher_suites");
    parameters.setUseCipherSuitesOrder(ours == null || ours.flag());
    List<Scalar> chosen = section.list("cipher_suites");
    if (!chosen.isEmpty()) {
      parameters.setCipherSuites(suites(chosen, parameters, context));
    }
    return parameters;
  }

  /** The chosen ones for TLS 1.2; those of TLS 1.3 are not for choice, as in Prometheus. */
  private static String[] suites(
      List<Scalar> chosen, SSLParameters parameters, SSLContext context) {
    List<String> supported = Arrays.asList(context.getSupportedSSLParameters().getCipherSuites());
    for (Scalar suite : chosen) {
      if (!supported.contains(suite.value())) {
        throw suite.wrong(
            "'"
                + suite.value()
                + "' is no cipher suite of this Java; one is TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
      }
    }
    boolean newest = Arrays.asList(parameters.getProtocols()).contains(TLS_13);
    Stream<String> fixed =
        Arrays.stream(parameters.getCipherSuites())
            .filter(suite -> newest && !suite.contains("_WITH_"));
    return Stream.concat(fixed, chosen.stream().map(Scalar::value))
        .distinct()
        .toArray(String[]::new);
  }
}

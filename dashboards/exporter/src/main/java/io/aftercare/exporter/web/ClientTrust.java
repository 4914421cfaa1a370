package io.aftercare.exporter.web;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates of clients are accepted: those from the CA (every one if there is none), and
 * of these those with one of the allowed names (every one if none is listed).
 */
final class ClientTrust extends X509ExtendedTrustManager {
  private final @Nullable X509ExtendedTrustManager ca;
  private final Set<String> allowedNames;

  ClientTrust(@Nullable X509ExtendedTrustManager ca, Collection<String> allowedNames) {
    this.ca = ca;
    this.allowedNames = Set.copyOf(allowedNames);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    if (ca != null) {
      ca.checkClientTrusted(chain, authType, engine);
    }
    checkName(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (ca != null) {
      ca.checkClientTrusted(chain, authType, socket);
    }
    checkName(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (ca != null) {
      ca.checkClientTrusted(chain, authType);
    }
    checkName(chain[0]);
  }

  private void checkName(X509Certificate client) throws CertificateException {
    if (!allowedNames.isEmpty() && names(client).stream().noneMatch(allowedNames::contains)) {
      throw new CertificateException("no name of the client's certificate is allowed");
    }
  }

  /** Its subject alternative names: DNS, IP, e-mail and URI are the ones that are text. */
  private static List<String> names(X509Certificate client) throws CertificateParsingException {
    Collection<List<?>> names = client.getSubjectAlternativeNames();
    return names == null
        ? List.of()
        : names.stream()
            .map(typeAndName -> typeAndName.get(1))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .toList();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return ca == null ? new X509Certificate[0] : ca.getAcceptedIssuers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw noClient();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw noClient();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw noClient();
  }

  private static CertificateException noClient() {
    return new CertificateException("cannot happen: this is a server");
  }
}

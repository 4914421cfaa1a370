package io.aftercare.job.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What is the address of a web service: http or https, and a host. */
final class WebAddress {
  private WebAddress() {}

  static boolean isOne(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
          && address.getHost() != null
          && address.getQuery() == null
          && address.getFragment() == null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}

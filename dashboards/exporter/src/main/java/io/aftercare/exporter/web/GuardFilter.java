package io.aftercare.exporter.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Before every answer: the headers of the configuration, and 401 for who is not one of its users.
 */
final class GuardFilter extends Filter {
  private static final int UNAUTHORIZED = 401;
  private static final String SCHEME = "basic ";
  private static final int MAX_CREDENTIALS = 8_192;

  private final Supplier<WebConfig> config;
  private final Passwords passwords = new Passwords();

  GuardFilter(Supplier<WebConfig> config) {
    this.config = config;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    WebConfig now = config.get();
    now.headers().forEach(exchange.getResponseHeaders()::set);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (now.users().isEmpty() || isUser(now.users(), authorization)) {
      chain.doFilter(exchange);
    } else {
      refuse(exchange);
    }
  }

  private boolean isUser(Map<String, String> users, @Nullable String authorization) {
    if (authorization == null
        || authorization.length() > MAX_CREDENTIALS
        || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return false;
    }
    String pair = decoded(authorization.substring(SCHEME.length()).strip());
    int colon = pair.indexOf(':');
    return colon >= 0
        && passwords.areRight(users, pair.substring(0, colon), pair.substring(colon + 1));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] body = "not without user and password\n".getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("WWW-Authenticate", "Basic realm=\"aftercare\", charset=\"UTF-8\"");
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(UNAUTHORIZED, head ? -1 : body.length);
    try (exchange) {
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public String description() {
    return "headers and basic authentication";
  }
}

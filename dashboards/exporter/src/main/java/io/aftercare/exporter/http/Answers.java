package io.aftercare.exporter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** How answers are written: whole, with their length; to HEAD without their body. */
final class Answers {
  static final int OK = 200;
  private static final int NO_BODY = -1;
  private static final String RETRY_SECONDS = "2";

  private Answers() {}

  static void json(HttpExchange exchange, Object model) throws IOException {
    json(exchange, OK, model);
  }

  static void error(HttpExchange exchange, ApiException error) throws IOException {
    if (error.passes()) {
      exchange.getResponseHeaders().set("Retry-After", RETRY_SECONDS);
    }
    json(exchange, error.status(), error.body());
  }

  private static void json(HttpExchange exchange, int status, Object model) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    bytes(exchange, status, Json.bytes(model));
  }

  static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = isHead(exchange);
    exchange.sendResponseHeaders(status, head || body.length == 0 ? NO_BODY : body.length);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      if (!head) {
        out.write(body);
      }
    }
  }

  static boolean isHead(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("HEAD");
  }

  static void requireReading(HttpExchange exchange) throws ApiException {
    if (!exchange.getRequestMethod().equals("GET") && !isHead(exchange)) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      throw ApiException.methodNotAllowed();
    }
  }
}

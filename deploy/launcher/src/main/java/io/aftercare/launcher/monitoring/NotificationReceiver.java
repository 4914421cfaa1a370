package io.aftercare.launcher.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Takes Alertmanager's webhooks on a free port of the loopback interface and hands them on, one
 * after the other, in a thread of its own. What it cannot read is answered with 400 and the reason,
 * which Alertmanager logs.
 */
public final class NotificationReceiver implements AutoCloseable {
  private final HttpServer server;
  private final Consumer<Notification> listener;

  private NotificationReceiver(HttpServer server, Consumer<Notification> listener) {
    this.server = server;
    this.listener = listener;
  }

  /** Starts to listen. */
  public static NotificationReceiver start(Consumer<Notification> listener) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    NotificationReceiver receiver =
        new NotificationReceiver(HttpServer.create(anyPort, 0), listener);
    receiver.server.createContext("/", receiver::take);
    receiver.server.start();
    return receiver;
  }

  /** What a webhook is to be sent to. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        listener.accept(Notification.parse(body));
        exchange.sendResponseHeaders(200, -1);
      } catch (IOException unreadable) {
        refuse(exchange, String.valueOf(unreadable.getMessage()));
      }
    }
  }

  private static void refuse(HttpExchange exchange, String reason) throws IOException {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(400, text.length);
    exchange.getResponseBody().write(text);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

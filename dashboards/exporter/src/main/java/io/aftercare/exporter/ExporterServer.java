package io.aftercare.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.aftercare.exporter.topic.Readiness;
import io.aftercare.exporter.web.WebGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The HTTP side: {@code /metrics} (503 until ready), {@code /ready} (the same, with how far it is)
 * and {@code /healthz} (the process lives). The Prometheus library negotiates format and gzip; the
 * JDK's server carries it.
 */
final class ExporterServer implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final HttpServer server;
  private final ExecutorService threads;
  private final Readiness readiness;

  private ExporterServer(HttpServer server, HttpHandler metrics, Readiness readiness) {
    this.server = server;
    this.readiness = readiness;
    this.threads = Executors.newFixedThreadPool(THREADS, ExporterServer::thread);
    server.setExecutor(threads);
    handle("/metrics", exchange -> whenReady(exchange, metrics));
    handle("/ready", exchange -> whenReady(exchange, this::sayReadiness));
    handle("/healthz", exchange -> answer(exchange, OK, "alive"));
    server.createContext("/", ExporterServer::nothingHere);
  }

  /** A server that listens; throws {@link ExporterException} if it cannot. */
  static ExporterServer start(
      String bindAddress, int port, WebGuard guard, HttpHandler metrics, Readiness readiness) {
    HttpServer bound = Listening.on(bindAddress, port, guard);
    ExporterServer started = new ExporterServer(bound, metrics, readiness);
    bound.start();
    return started;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** The JDK's contexts match prefixes and all methods; ours match the path, and reading alone. */
  private void handle(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          if (!exchange.getRequestURI().getPath().equals(path)) {
            nothingHere(exchange);
          } else if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            answer(exchange, METHOD_NOT_ALLOWED, "only GET");
          } else {
            handler.handle(exchange);
          }
        });
  }

  private void whenReady(HttpExchange exchange, HttpHandler handler) throws IOException {
    if (readiness.isReady()) {
      handler.handle(exchange);
    } else {
      answer(exchange, UNAVAILABLE, readiness.describe());
    }
  }

  private void sayReadiness(HttpExchange exchange) throws IOException {
    answer(exchange, OK, readiness.describe());
  }

  private static void nothingHere(HttpExchange exchange) throws IOException {
    answer(exchange, NOT_FOUND, "nothing here; there are /metrics, /ready and /healthz");
  }

  private static void answer(HttpExchange exchange, int status, String line) throws IOException {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      if (!head) {
        out.write(body);
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "aftercare-http-" + THREAD_NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}

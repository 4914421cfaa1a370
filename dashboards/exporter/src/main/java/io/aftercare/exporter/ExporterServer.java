package io.aftercare.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.aftercare.exporter.topic.Readiness;
import io.aftercare.exporter.web.WebGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The HTTP side: {@code /metrics} (503 until the metrics topic was read), {@code /ready} (503 until
 * all topics were), {@code /healthz} (the process lives), the API and the pages. The Prometheus
 * library negotiates format and gzip; the JDK's server carries it.
 */
final class ExporterServer implements AutoCloseable {
  private static final int THREADS = 16;

  /** Longer than a search for a ticket or a scrape of everything over a bad line takes. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final HttpServer server;
  private final ExecutorService threads;
  private final AtWork atWork = new AtWork(LONGEST_ANSWER);

  /**
   * What is served.
   *
   * @param reading whether {@code metrics} may be served
   * @param readingAll whether everything may
   * @param api everything beneath {@code /api/}
   * @param pages everything else
   */
  record Content(
      HttpHandler metrics,
      Readiness reading,
      Readiness readingAll,
      HttpHandler api,
      HttpHandler pages) {}

  private ExporterServer(HttpServer server, Content content) {
    this.server = server;
    this.threads = Executors.newFixedThreadPool(THREADS, ExporterServer::thread);
    server.setExecutor(threads);
    context("/metrics", exact("/metrics", whenReady(content.reading(), content.metrics())));
    context("/ready", exact("/ready", whenReady(content.readingAll(), said(content.readingAll()))));
    context("/healthz", exact("/healthz", exchange -> answer(exchange, OK, "alive")));
    context("/api/", content.api());
    context("/", content.pages());
  }

  /** A server that listens; throws {@link ExporterException} if it cannot. */
  static ExporterServer start(String bindAddress, int port, WebGuard guard, Content content) {
    HttpServer bound = Listening.on(bindAddress, port, guard);
    ExporterServer started = new ExporterServer(bound, content);
    bound.start();
    return started;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    atWork.close();
    threads.shutdownNow();
  }

  /** Everything that is served is registered here. */
  private void context(String path, HttpHandler handler) {
    server.createContext(path, atWork.watched(handler));
  }

  /** The JDK's contexts match prefixes and all methods; ours match the path, and reading alone. */
  private static HttpHandler exact(String path, HttpHandler handler) {
    return exchange -> {
      String method = exchange.getRequestMethod();
      if (!exchange.getRequestURI().getPath().equals(path)) {
        answer(exchange, NOT_FOUND, "nothing here; there are /metrics, /ready and /healthz");
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        answer(exchange, METHOD_NOT_ALLOWED, "only GET and HEAD");
      } else {
        handler.handle(exchange);
      }
    };
  }

  private static HttpHandler whenReady(Readiness readiness, HttpHandler handler) {
    return exchange -> {
      if (readiness.isReady()) {
        handler.handle(exchange);
      } else {
        answer(exchange, UNAVAILABLE, readiness.describe());
      }
    };
  }

  private static HttpHandler said(Readiness readiness) {
    return exchange -> answer(exchange, OK, readiness.describe());
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

package io.aftercare.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  private final AtomicReference<String> page = new AtomicReference<>("");
  private final StringWriter written = new StringWriter();
  private final PrintWriter out = new PrintWriter(written);
  private final HttpServer server;

  LiveLineTest() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serveThePage() {
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] body = String.valueOf(page.get()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServing() {
    server.stop(0);
  }

  @Test
  void showsTheRateOverTheLastTenSeconds() {
    LiveLine line = new LiveLine(metrics(), out, false);
    page.set("aftercare_events_read_total{stream=\"tickets\"} 1000\n");
    line.show(NOW);
    page.set("aftercare_events_read_total{stream=\"tickets\"} 3000\n");
    line.show(NOW.plusSeconds(10));
    assertThat(written.toString().lines())
        .containsExactly(
            "no event yet  0 events/s  created 0  breached 0  backlog 0",
            "no event yet  200 events/s  created 0  breached 0  backlog 0");
  }

  @Test
  void isRewrittenInPlaceOnATerminal() {
    LiveLine line = new LiveLine(metrics(), out, true);
    page.set("aftercare_backlog_tickets{region=\"N\"} 1234\n");
    line.show(NOW);
    page.set("aftercare_backlog_tickets{region=\"N\"} 5\n");
    line.show(NOW.plusSeconds(1));
    assertThat(written.toString())
        .isEqualTo(
            "\rno event yet  0 events/s  created 0  breached 0  backlog 1,234"
                + "\rno event yet  0 events/s  created 0  breached 0  backlog 5    ");
  }

  @Test
  void whatStaysStandsAboveTheLine() {
    LiveLine line = new LiveLine(metrics(), out, true);
    line.say("before it");
    line.show(NOW);
    line.say("PAGE");
    String shown = "no event yet  0 events/s  created 0  breached 0  backlog 0";
    assertThat(written.toString().split("\n", -1))
        .containsExactly(
            "before it", "\r" + shown + "\r" + " ".repeat(shown.length()) + "\rPAGE", shown);
  }

  @Test
  void elsewhereItIsALineLikeAnyOther() {
    LiveLine line = new LiveLine(metrics(), out, false);
    line.show(NOW);
    line.say("PAGE");
    assertThat(written.toString().lines())
        .containsExactly("no event yet  0 events/s  created 0  breached 0  backlog 0", "PAGE");
  }

  @Test
  void saysWhenTheExporterDoesNotAnswer() {
    LiveLine line = new LiveLine(metrics(), out, false);
    server.stop(0);
    line.show(NOW);
    assertThat(written.toString()).startsWith("the exporter does not answer: ");
  }

  @Test
  void takesItsFiguresPastHttpToo() {
    String figures = "aftercare_backlog_tickets{region=\"N\"} 5\n";
    new LiveLine(() -> MetricsPage.parse(figures), out, false).show(NOW);
    assertThat(written.toString()).contains("backlog 5");
  }

  private URI metrics() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
  }
}

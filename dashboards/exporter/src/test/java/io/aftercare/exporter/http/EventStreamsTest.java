package io.aftercare.exporter.http;

import static io.aftercare.exporter.http.LoopbackServer.header;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.overdue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.exporter.board.Given;
import io.aftercare.exporter.ledger.TicketLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams as a browser meets them: over sockets, with a clock that the test sets. */
@Tag("slow")
class EventStreamsTest {
  private static final int PATIENCE_MILLIS = 30_000;

  private final AtomicLong nanos = new AtomicLong();
  private final Given given = new Given().nineOClockInTheNorth();
  private final EventStreams streams = new EventStreams(given.board, nanos::get);
  private final LoopbackServer server =
      new LoopbackServer(
          "/api/", new Api(given.board, id -> TicketLog.NOTHING_SEEN, streams, () -> null));
  private final List<Client> clients = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (Client each : clients) {
      each.socket.close();
    }
    streams.close();
    server.close();
  }

  private static final class Client {
    private final Socket socket;
    private final BufferedReader in;

    Client(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout(PATIENCE_MILLIS);
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next line that says something; of a client of HTTP/1.0, so that no chunks are in it. */
    String line() throws IOException {
      String line = in.readLine();
      while (line != null && line.isEmpty()) {
        line = in.readLine();
      }
      return String.valueOf(line);
    }

    /** The next event: its name and its data. */
    String event() throws IOException {
      String line = line();
      while (!line.startsWith("event:") && !line.equals("null")) {
        line = line();
      }
      return line + " " + line();
    }

    /** The next event that is no ping. */
    String overview() throws IOException {
      String event = event();
      return event.startsWith("event: ping") ? overview() : event;
    }
  }

  private Client open(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    Client client = new Client(socket);
    clients.add(client);
    String request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    streams.beat();
  }

  private void something() {
    given.watched(attention("T-" + nanos.get(), "north", "p1", overdue("due", "08:00")));
  }

  @Test
  void theOverviewComesAtOnceAndThenWhenSomethingChanged() throws IOException {
    streams.beat();
    Client client = open("/api/v1/stream");
    assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
    String line = client.line();
    List<String> headers = new ArrayList<>();
    while (!line.startsWith("retry:")) {
      headers.add(line);
      line = client.line();
    }
    assertThat(headers).contains("Content-type: text/event-stream", "Cache-control: no-store");
    assertThat(line).isEqualTo("retry: 2000");
    assertThat(client.event())
        .startsWith("event: overview data: {\"generated_at\":")
        .contains("\"overdue_tickets\":0");
    pass(Duration.ofSeconds(1)); // nothing changed, nothing is sent
    something();
    pass(Duration.ofSeconds(1));
    assertThat(client.event()).startsWith("event: overview").contains("\"overdue_tickets\":1");
  }

  @Test
  void aRegionHasItsOwnStream() throws IOException {
    Client client = open("/api/v1/stream?region=north");
    assertThat(client.event())
        .startsWith("event: region data: {\"generated_at\":")
        .contains("\"tickets_total\":0");
    something();
    pass(Duration.ofSeconds(1));
    assertThat(client.event()).startsWith("event: region").contains("\"tickets_total\":1");
  }

  @Test
  void withoutAnyChangeItComesEveryFiveSecondsAndAPingEveryFifteen() throws IOException {
    streams.beat();
    Client client = open("/api/v1/stream");
    client.event();
    given.wall.set(given.wall.instant().plusSeconds(5));
    pass(Duration.ofSeconds(5));
    assertThat(client.event()).contains("09:00:12.123Z");
    pass(Duration.ofSeconds(5));
    client.event();
    pass(Duration.ofSeconds(5));
    assertThat(client.event()).startsWith("event: overview");
    assertThat(client.event()).isEqualTo("event: ping data: {}");
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofSeconds(5));
      assertThat(client.event()).startsWith("event: overview");
    }
    assertThat(client.event()).isEqualTo("event: ping data: {}");
  }

  @Test
  void sixtyFourAreServedAndTheNextIsToldToComeBack() throws Exception {
    for (int i = 0; i < EventStreams.MOST; i++) {
      open("/api/v1/stream").event();
    }
    HttpResponse<String> refused = server.get("/api/v1/stream");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(header(refused, "Retry-After")).isEqualTo("2");
    assertThat(refused.body()).contains("\"too_many_streams\"");
    clients.get(0).socket.close();
    await()
        .until(
            () -> {
              something();
              pass(Duration.ofSeconds(1));
              return streams.size() < EventStreams.MOST;
            });
    assertThat(open("/api/v1/stream").event()).startsWith("event: overview");
  }

  @Test
  void whoReadsNothingIsDroppedAndHoldsUpNobody() throws IOException {
    for (int i = 0; i < 300; i++) {
      given.watched(attention("W-" + i, "region " + i, "p1", overdue("due", "08:00")));
    }
    Client reads = open("/api/v1/stream");
    reads.event();
    Client doesNot = open("/api/v1/stream");
    await().until(() -> streams.size() == 2);
    assertThat(doesNot.socket.isConnected()).isTrue();
    // What the two sockets buffer has to be filled first.
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              something();
              pass(Duration.ofSeconds(1));
              assertThat(reads.overview()).contains("\"worst\"");
              return streams.size() == 1;
            });
    something();
    pass(Duration.ofSeconds(1));
    assertThat(reads.overview()).contains("\"worst\"");
  }

  @Test
  void closingEndsThem() throws IOException {
    Client client = open("/api/v1/stream");
    client.event();
    streams.close();
    assertThat(client.event()).isEqualTo("null null");
    assertThat(streams.size()).isZero();
  }
}

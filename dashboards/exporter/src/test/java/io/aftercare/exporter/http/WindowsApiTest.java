package io.aftercare.exporter.http;

import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.contract.Distribution;
import io.aftercare.contract.SlaCount;
import io.aftercare.contract.Window;
import io.aftercare.contract.WindowDimension;
import io.aftercare.exporter.board.Given;
import io.aftercare.exporter.ledger.TicketLog;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows over real HTTP: the last of each, with its n and how sure its ratio is. */
class WindowsApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Given given = new Given().nineOClockInTheNorth();
  private final EventStreams streams = new EventStreams(given.board);
  private final LoopbackServer server =
      new LoopbackServer(
          "/api/", new Api(given.board, id -> TicketLog.NOTHING_SEEN, streams, () -> null));

  @AfterEach
  void stop() {
    streams.close();
    server.close();
  }

  private JsonNode answer(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body()).get("windows");
  }

  private void closed(@Nullable String region, String length, Instant end, long created) {
    given.windows.take(window(region, length, end, created).build());
  }

  private void part(String cell, String length, Instant end, long created) {
    given.windows.take(
        window("north", length, end, created)
            .setDimension(WindowDimension.PRIORITY)
            .setCell(cell)
            .build());
  }

  private static Window.Builder window(
      @Nullable String region, String length, Instant end, long created) {
    return Window.newBuilder()
        .setRegion(region)
        .setDimension(WindowDimension.REGION)
        .setWindow(length)
        .setStart(end.minusSeconds(300))
        .setEnd(end)
        .setFinalAt(end.plusSeconds(3600))
        .setCreated(created)
        .setFirstResponse(Distribution.newBuilder().build())
        .setResolution(Distribution.newBuilder().build());
  }

  @Test
  void aWindowInFull() throws Exception {
    given.windows.take(
        window("north", "5m", at("08:00"), 7)
            .setCorrection(true)
            .setResolved(3)
            .setReopened(1)
            .setClosed(2)
            .setCancelled(4)
            .setTransferredIn(5)
            .setTransferredOut(6)
            .setEvents(40)
            .setResolution(
                Distribution.newBuilder()
                    .setCount(3)
                    .setSumMillis(10_001)
                    .setP50Millis(2_000L)
                    .setP90Millis(6_000L)
                    .setP95Millis(6_000L)
                    .setP99Millis(6_000L)
                    .build())
            .setSlas(List.of(new SlaCount("triage", 19L, 1L)))
            .build());
    assertThat(answer("/api/v1/windows?region=north&window=5m"))
        .isEqualTo(
            MAPPER.readTree(
                """
                [{"region":"north","dimension":"region","cell":"","window":"5m",
                  "start":"2026-03-02T07:55:00.000Z","end":"2026-03-02T08:00:00.000Z",
                  "provisional":false,"corrected":true,"created":7,"resolved":3,"reopened":1,
                  "closed":2,"cancelled":4,"transferred_in":5,"transferred_out":6,"events":40,
                  "first_response":{"count":0,"mean_seconds":null,"p50_seconds":null,
                    "p90_seconds":null,"p95_seconds":null,"p99_seconds":null},
                  "resolution":{"count":3,"mean_seconds":3.334,"p50_seconds":2.0,"p90_seconds":6.0,
                    "p95_seconds":6.0,"p99_seconds":6.0},
                  "slas":[{"sla":"triage","met":19,"breached":1,"settled":20,"ratio":0.95,
                    "low":0.7639,"high":0.9911}]}]
                """));
  }

  @Test
  void ofEachLengthTheLastThatWasToldStands() throws Exception {
    closed("north", "5m", at("08:58"), 1);
    closed("north", "5m", at("08:59"), 2);
    closed("north", "5m", at("08:58"), 9); // a correction of one that is over
    closed("north", "1h", at("08:59"), 3);
    closed(null, "5m", at("08:59"), 4);
    assertThat(answer("/api/v1/windows").findValuesAsText("created"))
        .containsExactly("4", "3", "2");
    assertThat(answer("/api/v1/windows?window=5m").findValuesAsText("created"))
        .containsExactly("4", "2");
    closed("north", "5m", at("08:59"), 5); // a correction of the last
    assertThat(answer("/api/v1/windows?region=north&window=5m").findValuesAsText("created"))
        .containsExactly("5");
  }

  @Test
  void thePartsOfAWindowGoTogether() throws Exception {
    part("p1", "1h", at("07:00"), 6);
    part("other", "1h", at("07:00"), 7);
    part("p1", "24h", at("07:00"), 8);
    closed("north", "1h", at("07:30"), 1);
    assertThat(answer("/api/v1/windows?window=1h").findValuesAsText("cell"))
        .containsExactly("other", "p1", "");
    part("p2", "1h", at("08:00"), 9);
    part("p1", "1h", at("07:00"), 6); // said again after a failure
    assertThat(answer("/api/v1/windows?window=1h").findValuesAsText("cell"))
        .containsExactly("p2", "");
    assertThat(answer("/api/v1/windows?window=24h").findValuesAsText("cell")).containsExactly("p1");
  }

  @Test
  void ofAPartNothingIsKnownOfHowLongThingsTook() throws Exception {
    given.windows.take(
        window("north", "1h", at("08:00"), 7)
            .setDimension(WindowDimension.PRIORITY)
            .setCell("p1")
            .setResolution(Distribution.newBuilder().setCount(6).build())
            .build());
    assertThat(answer("/api/v1/windows").get(0).get("resolution"))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"count":6,"mean_seconds":null,"p50_seconds":null,"p90_seconds":null,
                 "p95_seconds":null,"p99_seconds":null}
                """));
  }

  @Test
  void aWindowIsProvisionalUntilEventTimeHasReachedItsEndAndLateness() throws Exception {
    closed("north", "5m", at("08:00"), 1); // final at nine: now
    closed("north", "1h", at("08:01"), 1);
    assertThat(answer("/api/v1/windows").findValuesAsText("provisional"))
        .containsExactly("true", "false");
  }

  @Test
  void anUnknownRegionIsNotFound() throws Exception {
    assertThat(server.get("/api/v1/windows?region=nowhere").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/v1/windows?size=5m").statusCode()).isEqualTo(400);
  }
}

package io.aftercare.exporter.http;

import static io.aftercare.contract.metric.MetricCatalogue.AGENTS;
import static io.aftercare.contract.metric.MetricCatalogue.CALLBACKS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_OFFERED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_SETTLED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_CALLS;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_RATIO;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_TARGET;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_THRESHOLD;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_WAIT_SECONDS;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.exporter.board.Given;
import io.aftercare.exporter.ledger.TicketLog;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues over real HTTP: the exact JSON, its pages, its errors, names of any kind. */
class QueuesApiTest {
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
    return MAPPER.readTree(answer.body());
  }

  private static String none(String definition) {
    String row = "{\"definition\":\"%s\",\"window\":\"%s\",\"calls\":0,\"ratio\":null}";
    return row.formatted(definition, "hour") + "," + row.formatted(definition, "hour_offered");
  }

  @Test
  void aQueueInFull() throws Exception {
    given
        .waiting("north", "desk", 2, at("08:58"))
        .gauge(CALLBACKS_WAITING, 1, "north", "desk")
        .gauge(CALL_SERVICE_LEVEL_THRESHOLD, 30, "north", "desk")
        .gauge(CALL_SERVICE_LEVEL_TARGET, 0.8, "north", "desk")
        .gauge(CALL_SERVICE_LEVEL_RATIO, 0.75, "north", "desk", "excl_short_abandons", "hour")
        .gauge(CALL_SERVICE_LEVEL_CALLS, 4, "north", "desk", "excl_short_abandons", "hour")
        .counter(CALLS_OFFERED, 6, "north", "desk")
        .counter(CALLS_SETTLED, 3, "north", "desk", "answered_in_time")
        .counter(CALLS_SETTLED, 1, "north", "desk", "abandoned_late")
        .histogram(CALL_WAIT_SECONDS, 3, 0, 12, "north", "desk")
        .gauge(AGENTS, 1, "north", "available")
        .gauge(AGENTS, 3, "north", "on_contact");
    String wanted =
        """
        {"generated_at":"2026-03-02T09:00:07.123Z","event_time":"2026-03-02T09:00:00.000Z",
         "queues":[{"region":"north","queue":"desk","waiting":2,
          "longest_wait_since":"2026-03-02T08:58:00.000Z","callbacks_waiting":1,
          "threshold_seconds":30.0,"target":0.8,"service_levels":[
           {"definition":"excl_short_abandons","window":"hour","calls":4,"ratio":0.75},
           {"definition":"excl_short_abandons","window":"hour_offered","calls":0,"ratio":null},
           %s],
          "offered":6,"outcomes":{"answered_in_time":3,"answered_late":0,"abandoned_short":0,
           "abandoned_in_time":0,"abandoned_late":1,"transferred":0,"overflowed":0,"callback":0,
           "voicemail":0,"closed":0,"failed":0},
          "abandon_rate":0.25,"abandon_calls":4,"asa_seconds":4.0,"asa_calls":3,"aht_seconds":null,"aht_legs":0}],
         "agents":[{"region":"north","states":{"available":1,"on_contact":3},"staffed":4,
          "occupancy":0.75}],
         "total":1,"next_cursor":null}
        """
            .formatted(
                String.join(
                    ",",
                    none("of_offered"),
                    none("of_answered"),
                    none("excl_all_abandons"),
                    none("abandon_in_time_counts")));
    assertThat(answer("/api/v1/queues?region=north").toPrettyString())
        .isEqualTo(MAPPER.readTree(wanted).toPrettyString());
  }

  @Test
  void aHouseWithoutCallsHasNoQueuesAndNoAgents() throws Exception {
    JsonNode none = answer("/api/v1/queues");
    assertThat(none.get("queues")).isEmpty();
    assertThat(none.get("agents")).isEmpty();
    assertThat(none.get("total").asInt()).isZero();
    assertThat(answer("/api/v1/queues?region=north").get("queues")).isEmpty();
  }

  @Test
  void everyQueueComesOnceOverAllPagesWhateverRegionsAndQueuesAreCalled() throws Exception {
    for (String region : List.of("north", "new town 1", "", "süd")) {
      for (int i = 0; i < 5; i++) {
        given.gauge(CALLS_WAITING, i, region, "a queue " + i);
      }
    }
    List<String> seen = new ArrayList<>();
    String more = "";
    while (more != null) {
      JsonNode page = answer("/api/v1/queues?limit=3" + more);
      page.get("queues")
          .forEach(row -> seen.add(row.get("region").asText() + "/" + row.get("queue").asText()));
      assertThat(page.get("total").asInt()).isEqualTo(20);
      JsonNode next = page.get("next_cursor");
      more = next.isNull() ? null : "&cursor=" + next.asText();
    }
    assertThat(seen).hasSize(20).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/queues?limit=0      | limit  | '0' is not a whole number from 1 to 500",
        "/api/v1/queues?cursor=abc   | cursor | 'abc' is no next_cursor of this list",
        "/api/v1/queues?cursor=dmVyZGljdCAyMDI2IHg | cursor | 'dmVyZGljdCAyMDI2IHg' is no next_cursor of this list",
        "/api/v1/queues?cursor=cXVldWUgISB4 | cursor | 'cXVldWUgISB4' is no next_cursor of this list",
        "/api/v1/queues?queue=desk   | queue  | no such parameter; there are region, limit, cursor",
      })
  void aWrongParameterIsNamed(String path, String parameter, String message) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"parameter\":\"" + parameter + "\"", parameter + ": " + message);
  }

  @Test
  void aRegionThatNobodyKnowsIsNotFound() throws Exception {
    HttpResponse<String> answer = server.get("/api/v1/queues?region=atlantis");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"status\":404,\"code\":\"not_found\",\"parameter\":null,\"message\":"
                + "\"nothing is known of a region 'atlantis'\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"><img src=x onerror=alert(1)>",
        "'; DROP TABLE queues; --",
        "</script><script>alert(1)</script>",
        "a\\b\nc\td",
        "\u202eright to left",
        "\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE"
            + "\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE"
            + "\uD83D\uDCDE\uD83D\uDCDE\uD83D\uDCDE", // 64 bytes
        "قائمة انتظار الدعم الفني للعملاء المميزين في المنطقة الشمالية ١٢",
      })
  void aNameOfAnyKindComesThroughAsItIs(String queue) throws Exception {
    given.waiting("north", queue, 1, at("08:58"));
    JsonNode row = answer("/api/v1/queues?region=north").get("queues").get(0);
    assertThat(row.get("queue").asText()).isEqualTo(queue);
    JsonNode tile = answer("/api/v1/regions/north").get("tile");
    assertThat(tile.get("calls").get("longest_wait").get("queue").asText()).isEqualTo(queue);
  }
}

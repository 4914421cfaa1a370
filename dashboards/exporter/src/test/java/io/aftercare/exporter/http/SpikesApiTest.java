package io.aftercare.exporter.http;

import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.spike.Spikes.closed;
import static io.aftercare.exporter.spike.Spikes.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeDriver;
import io.aftercare.contract.SpikeKind;
import io.aftercare.exporter.board.Given;
import io.aftercare.exporter.ledger.TicketLog;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spikes over real HTTP: the open ones first, with what drives them. */
class SpikesApiTest {
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

  private JsonNode answer(String query) throws Exception {
    HttpResponse<String> answer = server.get("/api/v1/spikes" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  /** Two spikes and their incident in the north, a mass complaint, and one that is over. */
  private void aMorning() {
    given.spikes.take(opened("north", "damage", at("08:15")).setIncidentId("i").build());
    given.spikes.take(opened("north", "*", at("08:30")).setIncidentId("i").build());
    given.spikes.take(
        opened("north", "", at("08:15"))
            .setSpikeId("i")
            .setKind(SpikeKind.INCIDENT)
            .setCategory(null)
            .setCategories(List.of("damage", "*"))
            .setTier(2)
            .setContainBy(at("10:15"))
            .build());
    given.spikes.take(
        opened("", "damage", at("08:45"))
            .setSpikeId("m")
            .setKind(SpikeKind.MASS_COMPLAINT)
            .setRegion(null)
            .setRegions(List.of("coast", "north", "south"))
            .setTier(1)
            .build());
    given.spikes.take(closed(opened("south", "billing", at("08:50")), at("08:59")));
  }

  @Test
  void aSpikeInFull() throws Exception {
    given.spikes.take(
        opened("north", "damage", at("08:15"))
            .setSpikeId("spike/north/damage@1")
            .setAt(at("08:30"))
            .setIncidentId("i")
            .setDrivers(
                List.of(
                    new SpikeDriver("product_line", "cooling", 31L, 3.25, 0.79751, 17.1),
                    new SpikeDriver("outlet", "7", 9L, 4.0, 0.143, 1.2)))
            .build());
    assertThat(answer(""))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"generated_at":"2026-03-02T09:00:07.123Z","event_time":"2026-03-02T09:00:00.000Z",
                 "spikes":[{"spike_id":"spike/north/damage@1","kind":"spike","state":"open",
                  "text":"47 complaints in 60 min, 12 expected","region":"north",
                  "category":"damage","opened_at":"2026-03-02T08:15:00.000Z",
                  "said_at":"2026-03-02T08:30:00.000Z","closed_at":null,"score":6.25,
                  "window_minutes":60,"observed":47,"expected":12.04,"customers":45,"tier":null,
                  "contain_by":null,"incident_id":"i","regions":[],"categories":[],
                  "drivers":[
                   {"dimension":"product_line","value":"cooling","observed":31,"expected":3.25,
                    "share":0.798,"score":17.1},
                   {"dimension":"outlet","value":"7","observed":9,"expected":4.0,"share":0.143,
                    "score":1.2}]}],
                 "total":1,"next_cursor":null}
                """));
  }

  @Test
  void openOnesComeFirstTheNewestFirst() throws Exception {
    aMorning();
    assertThat(answer("").get("spikes").findValuesAsText("opened_at"))
        .extracting(at -> at.substring(11, 16))
        .containsExactly("08:45", "08:30", "08:15", "08:15", "08:50");
    assertThat(answer("").get("spikes").findValuesAsText("state"))
        .containsExactly("open", "open", "open", "open", "closed");
  }

  @Test
  void whatIsOverSaysSince() throws Exception {
    aMorning();
    assertThat(answer("?state=closed").get("spikes").findValuesAsText("closed_at"))
        .containsExactly("2026-03-02T08:59:00.000Z");
  }

  @ParameterizedTest
  @CsvSource({
    "'?region=north',                       4", // and the mass complaint that it is part of
    "'?region=south',                       2",
    "'?region=nowhere',                     0",
    "'?category=damage',                    3", // and the incident
    "'?category=*&region=north',            2",
    "'?kind=incident',                      1",
    "'?kind=mass_complaint&region=coast',   1",
    "'?kind=spike&state=open',              2",
    "'?state=closed',                       1",
  })
  void filtersNarrowItDown(String query, int rows) throws Exception {
    aMorning();
    assertThat(answer(query).get("spikes")).hasSize(rows);
    assertThat(answer(query).get("total").asInt()).isEqualTo(rows);
  }

  @Test
  void pagesHaveEveryRowOnceWhateverClosesMeanwhile() throws Exception {
    aMorning();
    JsonNode first = answer("?limit=2");
    assertThat(first.get("spikes").findValuesAsText("opened_at")).hasSize(2);
    assertThat(first.get("total").asInt()).isEqualTo(5);
    given.spikes.take(closed(opened("coast", "billing", at("08:58")), at("08:59")));
    JsonNode second = answer("?limit=4&cursor=" + first.get("next_cursor").asText());
    assertThat(second.get("spikes").findValuesAsText("opened_at"))
        .extracting(at -> at.substring(11, 16))
        .containsExactly("08:15", "08:15", "08:58", "08:50");
    assertThat(second.get("next_cursor").isNull()).isTrue();
  }

  @Test
  void wrongValuesAreNamed() throws Exception {
    assertThat(server.get("/api/v1/spikes?kind=storm").body())
        .contains("'storm' is none of spike, incident, mass_complaint");
    assertThat(server.get("/api/v1/spikes?state=over").body())
        .contains("'over' is none of open, closed");
    assertThat(server.get("/api/v1/spikes?cursor=x").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.04, '1 complaint in 15 min, 0 expected'",
    "3, 0.25, '3 complaints in 15 min, 0.3 expected'",
    "9, 3.0,  '9 complaints in 15 min, 3 expected'",
    "20, 9.94, '20 complaints in 15 min, 9.9 expected'",
    "20, 9.96, '20 complaints in 15 min, 10 expected'",
  })
  void theTextSaysAsManyDigitsAsMean(long observed, double expected, String text) throws Exception {
    Spike.Builder spike = opened("north", "damage", at("08:15"));
    given.spikes.take(
        spike.setWindowMinutes(15).setObserved(observed).setExpected(expected).build());
    assertThat(answer("").get("spikes").findValuesAsText("text")).containsExactly(text);
  }
}

package io.aftercare.exporter.http;

import static io.aftercare.contract.ClockVerdict.BREACHED;
import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.exporter.http.LoopbackServer.header;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.atRisk;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.opened;
import static io.aftercare.exporter.ledger.Say.overdue;
import static io.aftercare.exporter.ledger.Say.settled;
import static io.aftercare.exporter.ledger.Say.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.contract.ClockWarning;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.exporter.board.Given;
import io.aftercare.exporter.ledger.Say;
import io.aftercare.exporter.ledger.TicketLog;
import io.aftercare.exporter.ledger.TicketLogs;
import io.aftercare.exporter.ledger.TicketSearch;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint over real HTTP: the exact JSON, its errors, its pages. */
class ApiTest {
  private final Given given = new Given().nineOClockInTheNorth();
  private final TicketLogs logs = new TicketLogs();
  private TicketSearch search = logs::of;
  private @Nullable String obstacle;
  private final EventStreams streams = new EventStreams(given.board);
  private final LoopbackServer server =
      new LoopbackServer(
          "/api/", new Api(given.board, id -> search.find(id), streams, () -> obstacle));

  @AfterEach
  void stop() {
    streams.close();
    server.close();
  }

  private void assertAnswers(String path, String json) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    ObjectMapper mapper = new ObjectMapper();
    JsonNode wanted = mapper.readTree(json);
    assertThat(mapper.readTree(answer.body()).toPrettyString()).isEqualTo(wanted.toPrettyString());
  }

  private static final String QUIET_TOWN =
      """
      {"region":"quiet town","level":"quiet","trouble":0,"overdue_tickets":0,"overdue_clocks":0,
       "due_soon_tickets":0,"at_risk_tickets":0,"longest_overdue":null,
       "first_response":{"met":0,"settled":0,"ratio":null,"target":0.8,"hours":24},
       "backlog":0,"backlog_history":[{"at":"2026-03-02T09:00:07.123Z","tickets":0}],"calls":null,"feed":null,
       "bottleneck":null}
      """;

  private static String northTile(String region) {
    return """
    {"region":%s,"level":"critical","trouble":8,"overdue_tickets":1,"overdue_clocks":1,
     "due_soon_tickets":1,"at_risk_tickets":1,
     "longest_overdue":{"ticket_id":"T-1","sla":"triage","deadline":"2026-03-02T08:00:00.000Z"},
     "first_response":{"met":1,"settled":2,"ratio":0.5,"target":0.8,"hours":24},
     "backlog":7,"backlog_history":[{"at":"2026-03-02T09:00:07.123Z","tickets":7}],"calls":null,"feed":null,
       "bottleneck":null}
    """
        .formatted(region);
  }

  private static String clock(String sla, String state, String deadline) {
    return """
    {"sla":"%s","cycle":1,"policy":"p-%s","policy_version":2,"state":"%s","level":90,
     "opened_at":"2026-03-02T07:00:00.000Z","deadline":"2026-03-02T%s:00.000Z",
     "warned_at":"2026-03-02T07:50:00.000Z"}
    """
        .formatted(sla, sla, state, deadline);
  }

  private static final String LATE =
      """
      {"ticket_id":"T-1","region":"north","queue":"desk","priority":"p1","customer_tier":"gold",
       "state":"overdue","since":"2026-03-02T08:30:00.000Z","clocks":[%s]}
      """
          .formatted(clock("triage", "overdue", "08:00"));

  private static final String SOON =
      """
      {"ticket_id":"T-2","region":"north","queue":"desk","priority":"p2","customer_tier":"gold",
       "state":"at_risk","since":"2026-03-02T08:30:00.000Z","clocks":[%s]}
      """
          .formatted(clock("due", "at_risk", "09:10"));

  private static final String BREACH =
      """
      {"ticket_id":"T-3","sla":"first_response","slot":"active","priority":"p2","region":"north",
       "verdict":"breached","settled_at":"2026-03-02T08:20:00.000Z",
       "deadline":"2026-03-02T10:00:00.000Z","cause":"deadline","policy":"p-first_response",
       "policy_version":1,"corrected":false}
      """;

  private static final String RESPONSE =
      """
      {"ticket_id":"T-4","sla":"first_response","slot":"active","priority":"p2","region":"north",
       "verdict":"met","settled_at":"2026-03-02T08:10:00.000Z",
       "deadline":"2026-03-02T10:00:00.000Z","cause":"agent_reply","policy":"p-first_response",
       "policy_version":1,"corrected":false}
      """;

  private static final String NOTHING_MEASURED =
      """
      "windows":[],"stages":{"span_seconds":null,"rows":[]},
      "ages":{"ages":[],"oldest":[],"untriaged":null},
      "quality":{"measures":[
         {"measure":"first_contact_resolution","good":0,"n":0,"ratio":null,"low":null,"high":null,"goal":null},
         {"measure":"remote_resolution","good":0,"n":0,"ratio":null,"low":null,"high":null,"goal":0.8},
         {"measure":"closed_loop","good":0,"n":0,"ratio":null,"low":null,"high":null,"goal":0.85},
         {"measure":"on_time_arrival","good":0,"n":0,"ratio":null,"low":null,"high":null,"goal":null},
         {"measure":"repair_success","good":0,"n":0,"ratio":null,"low":null,"high":null,"goal":null},
         {"measure":"survey_completion","good":0,"n":0,"ratio":null,"low":null,"high":null,"goal":0.85},
         {"measure":"complete_intake","good":0,"n":0,"ratio":null,"low":null,"high":null,"goal":null}],
        "satisfaction":[
         {"band":"very_satisfied","answers":0,"n":0,"ratio":null,"low":null,"high":null},
         {"band":"satisfied","answers":0,"n":0,"ratio":null,"low":null,"high":null},
         {"band":"neutral","answers":0,"n":0,"ratio":null,"low":null,"high":null},
         {"band":"dissatisfied","answers":0,"n":0,"ratio":null,"low":null,"high":null}],
        "satisfaction_mean":null,
        "nps":{"promoters":0,"passives":0,"detractors":0,"n":0,"score":null,"low":null,
          "high":null}},
      "expected":[]
      """;

  private static final String TIMES =
      """
      "generated_at":"2026-03-02T09:00:07.123Z","event_time":"2026-03-02T09:00:00.000Z"
      """;

  private static final String MOVED = ",\"moved_at\":\"2026-03-02T08:59:58.000Z\"";

  private void northIsInTrouble() {
    given
        .watched(
            attention("T-1", "north", "p1", overdue("triage", "08:00")),
            attention("T-2", "north", "p2", atRisk("due", "09:10")))
        .said(
            settled("T-3", "first_response", 2, BREACHED, at("08:20")),
            settled("T-4", "first_response", 2, MET, at("08:10")));
    given.board.keepBacklog();
  }

  @Test
  void overview() throws Exception {
    northIsInTrouble();
    assertAnswers(
        "/api/v1/overview",
        "{"
            + TIMES
            + MOVED
            + ",\"catching_up\":false,\"version\":\"1.2.3\",\"regions\":["
            + northTile("\"north\"")
            + ","
            + QUIET_TOWN
            + "],\"worst\":["
            + LATE
            + ","
            + SOON
            + "],\"all\":"
            + northTile("null")
            + "}");
  }

  @Test
  void regions() throws Exception {
    northIsInTrouble();
    assertAnswers(
        "/api/v1/regions",
        "{" + TIMES + MOVED + ",\"regions\":[" + northTile("\"north\"") + "," + QUIET_TOWN + "]}");
  }

  @Test
  void region() throws Exception {
    northIsInTrouble();
    String clocks =
        """
        {"sla":"first_response","running":0,"paused":0,"overdue":0,"at_risk_70":0,"at_risk_90":0,
         "met":1,"breached":1,"ratio":0.5,"target":0.8,"targets_seconds":{"p1":30}},
        {"sla":"triage","running":7,"paused":0,"overdue":1,"at_risk_70":2,"at_risk_90":0,
         "met":0,"breached":0,"ratio":null,"target":null,"targets_seconds":{}}
        """;
    assertAnswers(
        "/api/v1/regions/north",
        "{"
            + TIMES
            + MOVED
            + ",\"catching_up\":false,\"tile\":"
            + northTile("\"north\"")
            + """
            ,"backlog":[{"priority":"p1","state":"new","tickets":3},
                        {"priority":"p2","state":"waiting","tickets":4}],"clocks":[
            """
            + clocks
            + "],\"tickets\":["
            + LATE
            + ","
            + SOON
            + "],\"tickets_total\":2,\"verdicts\":["
            + BREACH
            + ","
            + RESPONSE
            + "],\"queues\":[],\"queues_total\":0,\"agents\":null,"
            + NOTHING_MEASURED
            + "}");
  }

  @Test
  void regionNamesAreAnythingThatAPathSegmentCanEncode() throws Exception {
    given.watched(attention("T-9", "Köln/1+2 & 3%", "p1", overdue("due", "08:00")));
    HttpResponse<String> answer = server.get("/api/v1/regions/K%C3%B6ln%2F1+2%20&%203%25");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"region\":\"Köln/1+2 & 3%\"");
    assertThat(server.get("/api/v1/tickets?region=K%C3%B6ln%2F1%2B2+%26%203%25").body())
        .contains("\"total\":1");
  }

  @Test
  void ticketsInPages() throws Exception {
    northIsInTrouble();
    String list = "{" + TIMES + ",\"tickets\":[%s],\"total\":%d,\"next_cursor\":%s}";
    assertAnswers("/api/v1/tickets", list.formatted(LATE + "," + SOON, 2, "null"));
    String first = server.get("/api/v1/tickets?limit=1").body();
    String cursor = new ObjectMapper().readTree(first).get("next_cursor").asText();
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertAnswers("/api/v1/tickets?limit=1&cursor=" + cursor, list.formatted(SOON, 2, "null"));
    assertAnswers(
        "/api/v1/tickets?state=at_risk&region=north&sla=due&priority=p2",
        list.formatted(SOON, 1, "null"));
    assertAnswers("/api/v1/tickets?region=south", list.formatted("", 0, "null"));
  }

  @Test
  void verdictsInPages() throws Exception {
    northIsInTrouble();
    String list = "{\"verdicts\":[%s],\"next_cursor\":%s}";
    assertAnswers("/api/v1/verdicts", list.formatted(BREACH + "," + RESPONSE, "null"));
    String first = server.get("/api/v1/verdicts?limit=1").body();
    String cursor = new ObjectMapper().readTree(first).get("next_cursor").asText();
    assertAnswers("/api/v1/verdicts?limit=1&cursor=" + cursor, list.formatted(RESPONSE, "null"));
    assertAnswers(
        "/api/v1/verdicts?verdict=met&region=north&sla=first_response",
        list.formatted(RESPONSE, "null"));
    assertAnswers("/api/v1/verdicts?verdict=cancelled", list.formatted("", "null"));
  }

  @Test
  void everyTicketComesOnceOverAllPages() throws Exception {
    for (int i = 0; i < 120; i++) {
      given.watched(attention("T-" + i, "north", "p1", overdue("due", "08:0" + i % 10)));
    }
    List<String> ids = new ArrayList<>();
    String more = "";
    while (more != null) {
      JsonNode page =
          new ObjectMapper().readTree(server.get("/api/v1/tickets?limit=50" + more).body());
      page.get("tickets").forEach(ticket -> ids.add(ticket.get("ticket_id").asText()));
      JsonNode next = page.get("next_cursor");
      more = next.isNull() ? null : "&cursor=" + next.asText();
    }
    assertThat(ids).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void ticket() throws Exception {
    logs.takeVerdict("T-5", Say.said(opened("T-5", "due", 1).build(), at("08:00")));
    logs.takeVerdict(
        "T-5",
        Say.said(
            settled("T-5", "due", 2, BREACHED, at("10:00"))
                .setWarnings(List.of(new ClockWarning(70, at("09:24"))))
                .setElapsedMillis(7_200_000L)
                .build(),
            at("10:00")));
    logs.takeMilestone("T-5", Say.said(step("T-5", MilestoneKind.CREATED, 1, "08:00").build()));
    String timeline =
        """
        {"what":"opened","at":"2026-03-02T08:00:00.000Z","said_at":"2026-03-02T08:00:05.000Z",
         "policy":"p-due","policy_version":1,"deadline":"2026-03-02T10:00:00.000Z",
         "percent":null,"cause":null,"previous_verdict":null},
        {"what":"warned","at":"2026-03-02T09:24:00.000Z","said_at":"2026-03-02T10:00:05.000Z",
         "policy":"p-due","policy_version":1,"deadline":"2026-03-02T10:00:00.000Z",
         "percent":70,"cause":null,"previous_verdict":null},
        {"what":"breached","at":"2026-03-02T10:00:00.000Z","said_at":"2026-03-02T10:00:05.000Z",
         "policy":"p-due","policy_version":1,"deadline":"2026-03-02T10:00:00.000Z",
         "percent":null,"cause":"deadline","previous_verdict":null}
        """;
    assertAnswers(
        "/api/v1/tickets/T-5",
        """
        {"ticket_id":"T-5","event_time":"2026-03-02T09:00:00.000Z",
         "moved_at":"2026-03-02T08:59:58.000Z","generated_at":"2026-03-02T09:00:07.123Z",
         "region":"north","origin_region":"north","priority":"p2","queue":null,
         "attention":null,"complete":true,"clocks":[
          {"clock_id":"T-5/due/active/1","sla":"due","slot":"active","role":"active","cycle":1,
           "policy":"p-due","policy_version":1,"calendar":"always","calendar_version":0,
           "opened_at":"2026-03-02T08:00:00.000Z","deadline":"2026-03-02T10:00:00.000Z",
           "state_since":null,"budget_ms":7200000,"elapsed_ms":7200000,"verdict":"breached",
           "settled_at":"2026-03-02T10:00:00.000Z","stopped_at":null,"cause":"deadline",
           "warnings":[{"percent":70,"at":"2026-03-02T09:24:00.000Z"}],
           "timeline":[%s]}],
         "milestones":[{"kind":"created","number":1,"at":"2026-03-02T08:00:00.000Z",
          "region":"north","elapsed_ms":60000}]}
        """
            .formatted(timeline));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/tickets?limit=x        | limit   | 'x' is not a whole number from 1 to 500",
        "/api/v1/tickets?limit=0        | limit   | '0' is not a whole number from 1 to 500",
        "/api/v1/tickets?limit=501      | limit   | '501' is not a whole number from 1 to 500",
        "/api/v1/tickets?limit=99999999999999 | limit | '99999999999999' is not a whole number from 1 to 500",
        "/api/v1/tickets?limit=         | limit   | is empty",
        "/api/v1/tickets?limit=1&limit=2 | limit  | is given more than once",
        "/api/v1/tickets?state=late     | state   | 'late' is none of overdue, at_risk",
        "/api/v1/tickets?state=OVERDUE  | state   | 'OVERDUE' is none of overdue, at_risk",
        "/api/v1/tickets?cursor=abc     | cursor  | 'abc' is no next_cursor of this list",
        "/api/v1/tickets?cursor=%21     | cursor  | '!' is no next_cursor of this list",
        "/api/v1/tickets?customer=1     | customer | no such parameter; there are region, state, sla, priority, limit, cursor",
        "/api/v1/verdicts?verdict=lost  | verdict | 'lost' is none of met, breached, cancelled",
        "/api/v1/verdicts?cursor=dCAx   | cursor  | 'dCAx' is no next_cursor of this list",
        "/api/v1/overview?region=north  | region  | no such parameter; there are none here",
        "/api/v1/stream?regoin=north    | regoin  | no such parameter; there are region",
      })
  void aWrongParameterIsNamed(String path, String parameter, String message) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"status\":400,\"code\":\"bad_parameter\",\"parameter\":\"%s\",\"message\":\"%s: %s\"}}",
            parameter, parameter, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/regions/nowhere",
        "/api/v1/tickets/nobody",
        "/api/v1/stream?region=nowhere",
        "/api/v1/regions/",
        "/api/v1/regions/north/",
        "/api/v1/overview/",
        "/api/v1/",
        "/api/v2/overview",
        "/api/v1/%6Fverview",
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .startsWith("{\"error\":{\"status\":404,\"code\":\"not_found\",\"parameter\":null,");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void beforeTheTopicsWereReadItSaysWhatIsMissing() throws Exception {
    obstacle = "not ready: read 3 of 5";
    HttpResponse<String> answer = server.get("/api/v1/overview");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("2");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"status\":503,\"code\":\"not_ready\",\"parameter\":null,"
                + "\"message\":\"not ready: read 3 of 5\"}}");
    assertThat(server.get("/api/v1/stream").statusCode()).isEqualTo(503);
  }

  @Test
  void aLookupThatCannotBeHasItsReason() throws Exception {
    search =
        id -> {
          throw id.equals("busy")
              ? TicketSearch.Unavailable.busy("two already")
              : TicketSearch.Unavailable.unreachable("no broker");
        };
    assertThat(server.get("/api/v1/tickets/busy").body()).contains("\"busy\"", "two already");
    HttpResponse<String> unreachable = server.get("/api/v1/tickets/other");
    assertThat(unreachable.statusCode()).isEqualTo(503);
    assertThat(unreachable.body()).contains("\"unreachable\"", "no broker");
  }

  @Test
  void whatWasNotSearchedToTheEndIsNotSaidToBeAbsent() throws Exception {
    search =
        id -> {
          throw TicketSearch.Unavailable.cutShort("it may be there");
        };
    HttpResponse<String> answer = server.get("/api/v1/tickets/T-9");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("2");
    assertThat(answer.body()).contains("\"search_incomplete\"", "it may be there");
  }

  @Test
  void whatTheListOfTicketsKnowsIsAnsweredWithoutALookup() throws Exception {
    northIsInTrouble();
    for (TicketSearch.Unavailable each :
        List.of(
            TicketSearch.Unavailable.busy("two already"),
            TicketSearch.Unavailable.unreachable("no broker"),
            TicketSearch.Unavailable.cutShort("it may be there"))) {
      search =
          id -> {
            throw each;
          };
      HttpResponse<String> answer = server.get("/api/v1/tickets/T-1");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("\"complete\":false", "\"queue\":\"desk\"");
    }
  }

  @Test
  void aFaultIsAnAnswerToo() throws Exception {
    search =
        id -> {
          throw new IllegalStateException("cannot happen");
        };
    HttpResponse<String> answer = server.get("/api/v1/tickets/T-1");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("\"internal\"").doesNotContain("cannot happen");
  }

  @Test
  void theTicketIdIsHandedOnAsItIs() throws Exception {
    List<String> asked = new ArrayList<>();
    search =
        id -> {
          asked.add(id);
          return TicketLog.NOTHING_SEEN;
        };
    server.get("/api/v1/tickets/A%2FB%20+%3F");
    assertThat(asked).containsExactly("A/B +?");
  }

  @Test
  void onlyReadingIsAllowedAndHeadHasNoBody() throws Exception {
    HttpRequest post =
        server.to("/api/v1/overview").POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    HttpResponse<String> refused = server.send(post);
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD");
    assertThat(refused.body()).contains("\"method_not_allowed\"");
    for (String path : List.of("/api/v1/overview", "/api/v1/stream")) {
      HttpRequest head =
          server.to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
      HttpResponse<String> answer = server.send(head);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(streams.size()).isZero();
  }
}

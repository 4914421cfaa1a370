package io.aftercare.launcher.replay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.Channel;
import io.aftercare.contract.Priority;
import io.aftercare.contract.SlaClaim;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.mapping.MappingReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketRowsTest {
  private static final Map<String, String> INCIDENT =
      Map.of(
          "ts",
          "2016-03-04T15:00:00Z",
          "seq",
          "5995",
          "ticket_id",
          "INC1",
          "event",
          "created",
          "state",
          "New",
          "priority",
          "3",
          "region",
          "Location 83",
          "channel",
          "Phone",
          "agent",
          "",
          "flags",
          "");

  @Test
  void aRowBecomesAnEventByItsMapping() throws Exception {
    TicketEvent event = one(INCIDENT);

    assertThat(event.getEventType()).isEqualTo(TicketEventType.CREATED);
    assertThat(event.getActorType()).isEqualTo(ActorType.CUSTOMER);
    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2016-03-04T15:00:00Z"));
    assertThat(event.getTicketSeq()).isEqualTo(5995L);
    assertThat(event.getPriority()).isEqualTo(Priority.P3);
    assertThat(event.getChannel()).isEqualTo(Channel.VOICE);
    assertThat(event.getRegion()).isEqualTo("Location 83");
    assertThat(event.getAssigneeRef()).isNull();
    assertThat(event.getSourceSystem()).isEqualTo("servicenow");
    assertThat(event.getIsPublic()).isTrue();
  }

  @Test
  void aClosingWithoutTheFlagClaimsMetAndTheFlagClaimsMissedAnywhere() throws Exception {
    assertThat(one(with("event", "closed")).getSourceSla()).isEqualTo(SlaClaim.MET);
    assertThat(one(with("event", "closed", "flags", "made_sla_false")).getSourceSla())
        .isEqualTo(SlaClaim.MISSED);
    assertThat(one(with("event", "status", "flags", "made_sla_false")).getSourceSla())
        .isEqualTo(SlaClaim.MISSED);
    assertThat(one(with("event", "status")).getSourceSla()).isEqualTo(SlaClaim.UNKNOWN);
  }

  @Test
  void theDerivedIdDependsOnEveryMappedColumnButTheArrival() throws Exception {
    String id = one(INCIDENT).getEventId();

    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(one(with("arrival_ts", "2016-03-05T00:00:00Z")).getEventId()).isEqualTo(id);
    assertThat(one(with("seq", "5996")).getEventId()).isNotEqualTo(id);
    assertThat(one(with("flags", "x")).getEventId()).isNotEqualTo(id);
    assertThat(one(with("unmapped", "x")).getEventId()).isEqualTo(id);
  }

  @Test
  void aWordThatNoListKnowsBecomesUnknownAndIsNoted() throws Exception {
    EventRow row = read(with("event", "sung", "channel", "Pigeon", "priority", "9"));

    assertThat(row.unknown()).containsExactlyInAnyOrder("event_type", "channel", "priority");
    assertThat(events(row).get(0).getEventType()).isEqualTo(TicketEventType.UNKNOWN);
    assertThat(events(row).get(0).getChannel()).isEqualTo(Channel.UNKNOWN);
  }

  @Test
  void oneRowMayBecomeTwoEventsWithIdsOfTheirOwn() throws Exception {
    String yaml =
        """
        source_system: desk
        columns: {ticket_id: id, occurred_at: at, event_type: what}
        events: {angry: [CREATED, COMPLAINT_FILED]}
        """;
    EventRows rows = new EventRows(MappingReader.read("m", yaml), Pseudonyms.keyed("k"));

    List<TicketEvent> events =
        events(rows.read(cells(Map.of("id", "7", "at", "2020-01-01T00:00:00Z", "what", "angry"))));

    assertThat(events)
        .extracting(TicketEvent::getEventType)
        .containsExactly(TicketEventType.CREATED, TicketEventType.COMPLAINT_FILED);
    assertThat(events.get(1).getEventId()).isEqualTo(events.get(0).getEventId() + "-2");
  }

  @Test
  void whoWorkedOnItLeavesAsAKeyedHash() throws Exception {
    String hash = one(with("agent", "Resolver 17")).getAssigneeRef();

    assertThat(hash).matches("[0-9a-f]{16}");
    assertThat(one(with("agent", "Resolver 17", "seq", "1")).getAssigneeRef()).isEqualTo(hash);
  }

  @Test
  void aBadCellNamesColumnValueAndWhatWouldBeRight() {
    assertUnusable(
        with("ts", "04.03.2016"),
        "bad_timestamp: column 'ts': '04.03.2016' is no time; write it as 2015-01-15T17:41:48Z");
    assertUnusable(with("seq", "first"), "bad_number: column 'seq': 'first' is no ticket_seq");
    assertUnusable(with("ticket_id", " "), "missing_ticket_id: column 'ticket_id' is empty");
    assertUnusable(with("ts", ""), "missing_timestamp: column 'ts' is empty");
    assertUnusable(with("event", ""), "missing_event_type: column 'event' is empty");
    assertUnusable(
        with("ticket_id", "x".repeat(129)), "bad_ticket_id: column 'ticket_id' has 129 characters");
  }

  private static void assertUnusable(Map<String, String> row, String start) {
    assertThatThrownBy(() -> read(row)).isInstanceOf(UnusableRow.class).message().startsWith(start);
  }

  private static Map<String, String> with(String... changes) {
    Map<String, String> row = new HashMap<>(INCIDENT);
    for (int i = 0; i < changes.length; i += 2) {
      row.put(changes[i], changes[i + 1]);
    }
    return row;
  }

  private static TicketEvent one(Map<String, String> row) throws UnusableRow {
    List<TicketEvent> events = events(read(row));
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private static List<TicketEvent> events(EventRow row) {
    return row.events().stream().map(TicketEvent.class::cast).toList();
  }

  private static EventRow read(Map<String, String> row) throws UnusableRow {
    return new EventRows(MappingLocator.read("servicenow"), Pseudonyms.keyed("k")).read(cells(row));
  }

  private static Row cells(Map<String, String> row) {
    return row::get;
  }
}

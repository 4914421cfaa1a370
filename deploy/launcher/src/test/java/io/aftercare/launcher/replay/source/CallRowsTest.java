package io.aftercare.launcher.replay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.mapping.MappingReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of the bank's calls as events. */
class CallRowsTest {
  private static final Map<String, String> ENDED =
      Map.of(
          "ts", "1999-02-01T07:00:24Z",
          "seq", "40",
          "call_id", "990201-AA0203-34651",
          "event", "ended",
          "queue", "PS",
          "priority", "2",
          "agent", "A013",
          "wait_s", "",
          "talk_s", "8",
          "flags", "");

  @Test
  void aRowBecomesAnEventByItsMapping() throws Exception {
    EventRow row = read(ENDED);
    CallEvent event = events(row).get(0);

    assertThat(row.subject()).isEqualTo("990201-AA0203-34651");
    assertThat(row.events()).hasSize(1);
    assertThat(event.getContactId()).isEqualTo("990201-AA0203-34651");
    assertThat(event.getEventType()).isEqualTo(CallEventType.DISCONNECTED);
    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("1999-02-01T07:00:24Z"));
    assertThat(event.getContactSeq()).isEqualTo(40);
    assertThat(event.getRegion()).isEqualTo("bank");
    assertThat(event.getQueue()).isEqualTo("PS");
    assertThat(event.getChannel()).isEqualTo("VOICE");
    assertThat(event.getPriority()).isEqualTo(2);
    assertThat(event.getTalkMillis()).isEqualTo(8000);
    assertThat(event.getWrapUpMillis()).isZero();
    assertThat(event.getHoldMillis()).isNull();
    assertThat(event.getSourceSystem()).isEqualTo("bank");
    assertThat(event.getEventId()).matches("[0-9a-f]{32}");
  }

  @Test
  void aRowMayBecomeTwoEventsWithIdsOfTheirOwn() throws Exception {
    assertThat(types("arrived")).containsExactly(CallEventType.OFFERED, CallEventType.IVR_ENTERED);
    assertThat(types("offered"))
        .containsExactly(CallEventType.IVR_LEFT, CallEventType.QUEUE_ENTERED);
    assertThat(types("answered")).containsExactly(CallEventType.ANSWERED);
    assertThat(types("abandoned")).containsExactly(CallEventType.ABANDONED);
    assertThat(types("ivr_hangup"))
        .containsExactly(CallEventType.IVR_LEFT, CallEventType.DISCONNECTED);

    List<CallEvent> events = events(read(with("event", "offered")));
    assertThat(events.get(1).getEventId()).isEqualTo(events.get(0).getEventId() + "-2");
    assertThat(events.get(1).getContactSeq()).isEqualTo(40);
  }

  @Test
  void whoAnsweredLeavesAsAKeyedHash() throws Exception {
    String hash = events(read(ENDED)).get(0).getAgentRef();

    assertThat(hash).matches("[0-9a-f]{16}");
    assertThat(events(read(with("seq", "41"))).get(0).getAgentRef()).isEqualTo(hash);
    assertThat(events(read(with("agent", ""))).get(0).getAgentRef()).isNull();
  }

  @Test
  void theCallerLeavesAsAKeyedHashToo() throws Exception {
    String yaml =
        """
        kind: calls
        source_system: desk
        columns: {contact_id: id, occurred_at: at, customer_ref: phone}
        constants: {event_type: OFFERED}
        """;
    Map<String, String> row = Map.of("id", "7", "at", "2020-01-01T00:00:00Z", "phone", "555 0100");
    EventRow read =
        new EventRows(MappingReader.read("m", yaml), Pseudonyms.keyed("k")).read(row::get);

    assertThat(events(read).get(0).getCustomerRef()).matches("[0-9a-f]{16}");
  }

  @Test
  void aWordThatNoListKnowsBecomesUnknownAndIsNoted() throws Exception {
    EventRow row = read(with("event", "parked"));

    assertThat(row.unknown()).containsExactly("event_type");
    assertThat(events(row).get(0).getEventType()).isEqualTo(CallEventType.UNKNOWN);
  }

  @Test
  void aBadCellNamesColumnValueAndWhatWouldBeRight() {
    assertUnusable(
        with("call_id", ""),
        "missing_contact_id: column 'call_id' is empty; a contact needs an id");
    assertUnusable(
        with("call_id", "x".repeat(129)), "bad_contact_id: column 'call_id' has 129 characters");
    assertUnusable(with("talk_s", "long"), "bad_number: column 'talk_s': 'long' is no talk_millis");
    assertUnusable(with("ts", "soon"), "bad_timestamp: column 'ts': 'soon' is no time");
  }

  private static void assertUnusable(Map<String, String> row, String start) {
    assertThatThrownBy(() -> read(row)).isInstanceOf(UnusableRow.class).message().startsWith(start);
  }

  private static List<CallEventType> types(String word) throws UnusableRow {
    return events(read(with("event", word))).stream().map(CallEvent::getEventType).toList();
  }

  private static List<CallEvent> events(EventRow row) {
    return row.events().stream().map(CallEvent.class::cast).toList();
  }

  private static Map<String, String> with(String column, String cell) {
    Map<String, String> row = new HashMap<>(ENDED);
    row.put(column, cell);
    return row;
  }

  private static EventRow read(Map<String, String> row) throws UnusableRow {
    return new EventRows(MappingLocator.read("bank"), Pseudonyms.keyed("k")).read(row::get);
  }
}

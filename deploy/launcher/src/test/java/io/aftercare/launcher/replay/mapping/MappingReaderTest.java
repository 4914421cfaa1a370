package io.aftercare.launcher.replay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.TicketEventType;
import io.aftercare.launcher.replay.ReplayError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {
  private static final String LEAST =
      """
      source_system: desk
      columns:
        ticket_id: id
        occurred_at: at
        event_type: what
      """;

  @ParameterizedTest
  @ValueSource(strings = {"boston311", "servicenow", "sffire", "helpdesk-example", "bank"})
  void everyShippedMappingIsFoundByName(String name) {
    EventKind kind = name.equals("bank") ? EventKind.CALLS : EventKind.TICKETS;

    assertThat(MappingLocator.read(name).kind()).isEqualTo(kind);
  }

  @Test
  void aMappingThatIsNowhereIsAnErrorThatNamesTheShippedOnes() {
    assertThatThrownBy(() -> MappingLocator.read("nowhere"))
        .isInstanceOf(ReplayError.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("boston311");
  }

  @Test
  void oneSourceEventMayBecomeSeveralOfOurs() {
    Mapping mapping = read(LEAST + "events: {angry: [CREATED, COMPLAINT_FILED]}\n");

    assertThat(mapping.events().get("angry"))
        .extracting(meaning -> meaning.facts().get("event_type"))
        .isEqualTo(List.of(TicketEventType.CREATED, TicketEventType.COMPLAINT_FILED));
  }

  @Test
  void anUnknownKeyIsNamedWithItsLine() {
    assertProblem(LEAST + "colums: {}\n", "m.yaml:6: colums: unknown key; known here: kind");
  }

  @Test
  void anUnknownFieldIsNamedWithItsLine() {
    assertProblem(LEAST + "  prio: p\n", "m.yaml:6: columns.prio: no such field");
  }

  @Test
  void anUnknownSymbolIsNamedWithWhatWouldBeRight() {
    assertProblem(
        LEAST + "events:\n  x: BORN\n",
        "m.yaml:7: events.x: 'BORN' is no value of event_type; one");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertProblem("columns: {}\n", "m.yaml:1: the key 'source_system' is missing");
  }

  @Test
  void aMissingColumnIsNamed() {
    assertProblem(
        "source_system: s\ncolumns:\n  ticket_id: id\n  event_type: e\n",
        "m.yaml:2: columns: no column states occurred_at; add");
  }

  @Test
  void aKeyThatStandsTwiceIsAnError() {
    assertProblem(
        LEAST + "source_system: again\n", "m.yaml:6: source_system: the key stands twice");
  }

  @Test
  void aZoneThatIsNoneIsAnError() {
    assertProblem(LEAST + "time_zone: Boston\n", "m.yaml:6: time_zone: 'Boston' is no time zone");
  }

  @Test
  void aPatternWithoutTheWholeYearIsAnError() {
    assertProblem(
        LEAST + "time_formats: [iso, 'yyyy-MM-dd']\n",
        "m.yaml:6: time_formats: 'yyyy-MM-dd' is no");
  }

  @Test
  void aRuleNeedsOneCondition() {
    assertProblem(
        LEAST + "rules:\n  - {column: c, set: priority, to: P1}\n",
        "m.yaml:7: rules: a rule needs either equals or contains");
  }

  @Test
  void whatIsNotYamlIsNamedWithItsLine() {
    assertProblem("a: [1\nb: 2\n", "m.yaml:2: not YAML");
  }

  private static Mapping read(String yaml) {
    return MappingReader.read("m.yaml", yaml);
  }

  private static void assertProblem(String yaml, String start) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(MappingError.class)
        .message()
        .startsWith(start);
  }
}

package io.aftercare.flow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.sla.Priority;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids are for ever: these lists may grow at the end and change nowhere else. */
class WireIdsTest {
  @Test
  void idsAreAsTheyWereFirstWritten() {
    assertThat(ids(WireIds.EVENT_TYPES, 34))
        .isEqualTo(
            "UNKNOWN CREATED CLASSIFIED ASSIGNED TRANSFERRED CUSTOMER_MESSAGE AGENT_REPLY"
                + " AUTO_REPLY INTERNAL_NOTE READ STATUS_CHANGED PRIORITY_CHANGED UPDATED RESOLVED"
                + " REOPENED CLOSED CANCELLED MARKED_SPAM MERGED SPLIT COMPLAINT_FILED"
                + " APPOINTMENT_SET APPOINTMENT_CANCELLED ENGINEER_ARRIVED WORK_COMPLETED"
                + " ACCEPTANCE_PASSED ACCEPTANCE_FAILED PARTS_ORDERED PARTS_RECEIVED CALL_LINKED"
                + " FOLLOW_UP_COMPLETED SURVEY_SENT SURVEY_COMPLETED CORRECTED");
    assertThat(ids(WireIds.ACTORS, 6)).isEqualTo("UNKNOWN CUSTOMER AGENT BOT SYSTEM ENGINEER");
    assertThat(ids(WireIds.CHANNELS, 10))
        .isEqualTo("UNKNOWN VOICE CHAT APP EMAIL WEB SOCIAL WALK_IN FIELD OTHER");
    assertThat(ids(WireIds.SERVICES, 9))
        .isEqualTo(
            "UNKNOWN INQUIRY CONSULTATION INSTALLATION MAINTENANCE REPAIR RETURN COMPLAINT OTHER");
    assertThat(ids(WireIds.PRIORITIES, 5)).isEqualTo("UNKNOWN P1 P2 P3 P4");
    assertThat(ids(WireIds.STATUSES, 12))
        .isEqualTo(
            "UNKNOWN NEW OPEN IN_PROGRESS SCHEDULED WAITING_CUSTOMER WAITING_PARTS"
                + " WAITING_THIRD_PARTY ON_HOLD RESOLVED CLOSED CANCELLED");
    assertThat(ids(WireIds.CLAIMS, 3)).isEqualTo("UNKNOWN MET MISSED");
    assertThat(ids(WireIds.PHASES, 4)).isEqualTo("OPEN RESOLVED CLOSED VOID");
    assertThat(ids(WireIds.VERDICTS, 5)).isEqualTo("RUNNING PAUSED MET BREACHED CANCELLED");
    assertThat(ids(WireIds.MILESTONES, 10))
        .isEqualTo(
            "CREATED FIRST_RESPONSE RESOLVED REOPENED CLOSED CANCELLED MERGED SPAM"
                + " TRANSFERRED_OUT TRANSFERRED_IN");
  }

  @Test
  void knownWordsAreAsTheyWereFirstWritten() {
    assertThat(IntStream.range(0, 16).mapToObj(KnownWords::word).collect(Collectors.joining("|")))
        .isEqualTo(
            "|aftercare.ticket-events.v1|active|first_response|resolution|due|deadline|retarget"
                + "|no_policy|agent_reply|resolved|closed|cancelled|marked_spam|merged|unknown");
  }

  @Test
  void aConstantWithoutAnIdIsFoundAtOnce() {
    assertThatThrownBy(() -> new EnumIds<>(Priority.class, List.of(Priority.P1)))
        .hasMessageContaining("Priority.UNKNOWN has no id");
    assertThatThrownBy(() -> new EnumIds<>(Priority.class, List.of(Priority.P1, Priority.P1)))
        .hasMessageContaining("two ids");
    assertThatThrownBy(() -> WireIds.PRIORITIES.constant(5)).hasMessageContaining("found id 5");
  }

  private static <E extends Enum<E>> String ids(EnumIds<E> ids, int count) {
    return IntStream.range(0, count)
        .mapToObj(id -> ids.constant(id).name())
        .collect(Collectors.joining(" "));
  }
}

package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.APPOINTMENTS;
import static io.aftercare.contract.metric.MetricCatalogue.FIRST_CONTACT_RESOLUTIONS;
import static io.aftercare.contract.metric.MetricCatalogue.NPS_RESPONSES;
import static io.aftercare.contract.metric.MetricCatalogue.REMOTE_RESOLUTIONS;
import static io.aftercare.contract.metric.MetricCatalogue.REMOTE_RESOLUTIONS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_RESPONSES;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_RESPONSES_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_SCORE;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_SCORE_RETRACTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.board.QualityPage.BandRow;
import io.aftercare.exporter.board.QualityPage.NpsRow;
import io.aftercare.exporter.board.QualityPage.QualityRow;
import org.junit.jupiter.api.Test;

/** Shares of what settled, net, each with its n and how sure it is; of nothing there is none. */
class QualityTest {
  private final Given given = new Given();

  private QualityPage north() {
    return Quality.of(given.metrics, "north");
  }

  private QualityRow measure(String name) {
    return north().measures().stream()
        .filter(each -> each.measure().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofNothingThereIsNoShareAndTheGoalStands() {
    assertThat(north().measures())
        .extracting(QualityRow::measure)
        .containsExactly(
            "first_contact_resolution",
            "remote_resolution",
            "closed_loop",
            "on_time_arrival",
            "repair_success",
            "survey_completion",
            "complete_intake");
    assertThat(north().measures()).extracting(QualityRow::ratio).containsOnlyNulls();
    assertThat(north().measures())
        .extracting(QualityRow::goal)
        .containsExactly(null, 0.8, 0.85, null, null, 0.85, null);
    assertThat(north().satisfactionMean()).isNull();
    assertThat(north().nps()).isEqualTo(new NpsRow(0, 0, 0, 0, null, null, null));
  }

  @Test
  void whatIsNotKnownOrNotSettledIsInNoShare() {
    given
        .counter(REMOTE_RESOLUTIONS, 18, "north", "remote")
        .counter(REMOTE_RESOLUTIONS_RETRACTED, 2, "north", "remote")
        .counter(REMOTE_RESOLUTIONS, 4, "north", "not_remote")
        .counter(REMOTE_RESOLUTIONS, 50, "north", "unknown")
        .counter(REMOTE_RESOLUTIONS, 90, "south", "remote")
        .counter(FIRST_CONTACT_RESOLUTIONS, 70, "north", "provisional")
        .counter(FIRST_CONTACT_RESOLUTIONS, 3, "north", "confirmed")
        .counter(FIRST_CONTACT_RESOLUTIONS, 1, "north", "failed");
    assertThat(measure("remote_resolution"))
        .isEqualTo(new QualityRow("remote_resolution", 16, 20, 0.8, 0.584, 0.9193, 0.8));
    assertThat(measure("first_contact_resolution"))
        .isEqualTo(new QualityRow("first_contact_resolution", 3, 4, 0.75, 0.3006, 0.9544, null));
  }

  @Test
  void anAppointmentThatWasMovedOrCalledOffWasNeitherKeptNorMissed() {
    given
        .counter(APPOINTMENTS, 6, "north", "on_time")
        .counter(APPOINTMENTS, 3, "north", "late")
        .counter(APPOINTMENTS, 1, "north", "missed")
        .counter(APPOINTMENTS, 9, "north", "rescheduled")
        .counter(APPOINTMENTS, 9, "north", "cancelled");
    assertThat(measure("on_time_arrival"))
        .isEqualTo(new QualityRow("on_time_arrival", 6, 10, 0.6, 0.3127, 0.8318, null));
  }

  @Test
  void satisfactionIsTheBandsAndTheMeanOfAllAnswers() {
    given
        .counter(SATISFACTION_RESPONSES, 7, "north", "very_satisfied")
        .counter(SATISFACTION_RESPONSES_RETRACTED, 1, "north", "very_satisfied")
        .counter(SATISFACTION_RESPONSES, 3, "north", "satisfied")
        .counter(SATISFACTION_RESPONSES, 1, "north", "dissatisfied")
        .counter(SATISFACTION_SCORE, 9.35, "north")
        .counter(SATISFACTION_SCORE_RETRACTED, 1, "north");
    assertThat(north().satisfaction())
        .containsExactly(
            new BandRow("very_satisfied", 6, 10, 0.6, 0.3127, 0.8318),
            new BandRow("satisfied", 3, 10, 0.3, 0.1078, 0.6032),
            new BandRow("neutral", 0, 10, 0.0, 0.0, 0.2775),
            new BandRow("dissatisfied", 1, 10, 0.1, 0.0179, 0.4042));
    assertThat(north().satisfactionMean()).isEqualTo(83.5);
  }

  /** By hand: three answers more, 3/4 of one on each side; 1.96 standard errors of what is then. */
  @Test
  void theNetPromoterScoreOfFewWhoAgreeIsNotCertain() {
    given
        .counter(NPS_RESPONSES, 7, "north", "promoter")
        .counter(NPS_RESPONSES, 2, "north", "passive")
        .counter(NPS_RESPONSES, 1, "north", "detractor");
    assertThat(north().nps()).isEqualTo(new NpsRow(7, 2, 1, 10, 60.0, 7.0, 85.3));
    assertThat(Nps.of(5, 0, 0)).isEqualTo(new NpsRow(5, 0, 0, 5, 100.0, 17.5, 100.0));
  }
}

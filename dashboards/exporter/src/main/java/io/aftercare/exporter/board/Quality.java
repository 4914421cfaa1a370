package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.APPOINTMENTS;
import static io.aftercare.contract.metric.MetricCatalogue.APPOINTMENTS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.CLOSED_LOOP_VERDICTS;
import static io.aftercare.contract.metric.MetricCatalogue.CLOSED_LOOP_VERDICTS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.FIRST_CONTACT_RESOLUTIONS;
import static io.aftercare.contract.metric.MetricCatalogue.FIRST_CONTACT_RESOLUTIONS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.NPS_RESPONSES;
import static io.aftercare.contract.metric.MetricCatalogue.NPS_RESPONSES_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.REMOTE_RESOLUTIONS;
import static io.aftercare.contract.metric.MetricCatalogue.REMOTE_RESOLUTIONS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.REPAIRS;
import static io.aftercare.contract.metric.MetricCatalogue.REPAIRS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_RESPONSES;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_RESPONSES_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_SCORE;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_SCORE_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.SURVEY_VERDICTS;
import static io.aftercare.contract.metric.MetricCatalogue.SURVEY_VERDICTS_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.TICKET_INTAKE;
import static io.aftercare.contract.metric.MetricCatalogue.TICKET_INTAKE_RETRACTED;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.board.QualityPage.BandRow;
import io.aftercare.exporter.board.QualityPage.NpsRow;
import io.aftercare.exporter.board.QualityPage.QualityRow;
import io.aftercare.exporter.view.MetricsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quality of one region, by the shares and goals of the dashboards. */
final class Quality {
  private static final List<Measure> MEASURES =
      List.of(
          new Measure(
              "first_contact_resolution",
              FIRST_CONTACT_RESOLUTIONS,
              FIRST_CONTACT_RESOLUTIONS_RETRACTED,
              List.of("confirmed", "failed"),
              null),
          new Measure(
              "remote_resolution",
              REMOTE_RESOLUTIONS,
              REMOTE_RESOLUTIONS_RETRACTED,
              List.of("remote", "not_remote"),
              0.8),
          new Measure(
              "closed_loop",
              CLOSED_LOOP_VERDICTS,
              CLOSED_LOOP_VERDICTS_RETRACTED,
              List.of("closed", "open"),
              0.85),
          new Measure(
              "on_time_arrival",
              APPOINTMENTS,
              APPOINTMENTS_RETRACTED,
              List.of("on_time", "late", "missed"),
              null),
          new Measure(
              "repair_success", REPAIRS, REPAIRS_RETRACTED, List.of("passed", "failed"), null),
          new Measure(
              "survey_completion",
              SURVEY_VERDICTS,
              SURVEY_VERDICTS_RETRACTED,
              List.of("completed", "unanswered"),
              0.85),
          new Measure(
              "complete_intake",
              TICKET_INTAKE,
              TICKET_INTAKE_RETRACTED,
              List.of("true", "false"),
              null));

  private static final List<String> BANDS =
      List.of("very_satisfied", "satisfied", "neutral", "dissatisfied");

  private final MetricsView metrics;
  private final String region;

  private Quality(MetricsView metrics, String region) {
    this.metrics = metrics;
    this.region = region;
  }

  /**
   * A measure and what it counts.
   *
   * @param outcomes those that count, the good one first
   */
  private record Measure(
      String name,
      MetricCatalogue counted,
      MetricCatalogue retracted,
      List<String> outcomes,
      @Nullable Double goal) {}

  static QualityPage of(MetricsView metrics, String region) {
    return new Quality(metrics, region).page();
  }

  private QualityPage page() {
    NetCounts answers = net(SATISFACTION_RESPONSES, SATISFACTION_RESPONSES_RETRACTED, "band");
    long n = answers.of(BANDS);
    return new QualityPage(
        MEASURES.stream().map(this::row).toList(),
        BANDS.stream().map(band -> BandRow.of(band, answers.of(band), n)).toList(),
        n == 0 ? null : Math.rint(1000 * score() / n) / 10,
        nps());
  }

  private QualityRow row(Measure measure) {
    String label = measure.counted().labels().get(1);
    NetCounts counts = net(measure.counted(), measure.retracted(), label);
    return QualityRow.of(
        measure.name(),
        counts.of(measure.outcomes().get(0)),
        counts.of(measure.outcomes()),
        measure.goal());
  }

  private double score() {
    return net(SATISFACTION_SCORE, SATISFACTION_SCORE_RETRACTED, "").sum("");
  }

  private NpsRow nps() {
    NetCounts groups = net(NPS_RESPONSES, NPS_RESPONSES_RETRACTED, "group");
    return Nps.of(groups.of("promoter"), groups.of("passive"), groups.of("detractor"));
  }

  private NetCounts net(MetricCatalogue counted, MetricCatalogue retracted, String label) {
    return NetCounts.of(metrics, counted, retracted, region, label);
  }
}

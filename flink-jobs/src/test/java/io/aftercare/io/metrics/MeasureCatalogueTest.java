package io.aftercare.io.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.metric.Maker;
import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.TicketMeasures;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.Later;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.RandomLife;
import io.aftercare.domain.ticket.TicketDiff;
import io.aftercare.domain.ticket.TicketLife;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the domain counts and what the catalogue promises are the same things. */
class MeasureCatalogueTest {
  @Test
  void everyMeasureHasAnEntryOfItsNameAndKindAndNoEntryOfAJobIsWithoutMeasure() {
    assertThat(Arrays.stream(Measure.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MetricCatalogue.values())
                .filter(entry -> entry.maker() == Maker.JOB)
                .map(Enum::name)
                .toList());
    for (Measure measure : Measure.values()) {
      String kind = measure.kind() == Measure.Kind.LEVEL ? "GAUGE" : measure.kind().name();
      assertThat(SeriesRecords.entry(measure).kind()).isEqualTo(MetricKind.valueOf(kind));
    }
  }

  @Test
  void everyRetractedTwinHasTheLabelsOfWhatItTakesBack() {
    for (MetricCatalogue entry : MetricCatalogue.values()) {
      if (entry.name().endsWith("_RETRACTED")) {
        MetricCatalogue counted = MetricCatalogue.valueOf(entry.name().replace("_RETRACTED", ""));
        assertThat(entry.labels()).isEqualTo(netLabels(counted));
        assertThat(entry.unit()).isEqualTo(counted.unit());
        assertThat(entry.metricName())
            .isEqualTo(counted.metricName().replace("_total", "_retracted_total"));
      }
    }
  }

  /** Verdicts by priority are the largest metric; what is taken back of them is not by priority. */
  private static List<String> netLabels(MetricCatalogue counted) {
    return counted.labels().stream()
        .filter(label -> counted != MetricCatalogue.SLA_VERDICTS || !label.equals("priority"))
        .toList();
  }

  @Test
  void everyAmountThatTicketsCauseHasTheLabelsOfItsEntry() {
    Rulebook rules = Promised.withShadow();
    TicketLife life = new TicketLife(rules);
    Set<Measure> seen = new HashSet<>();
    for (int seed = 0; seed < 2_000; seed++) {
      var events = RandomLife.of("T", new SplittableRandom(seed));
      var open = life.fold(events.subList(0, 1), Long.MIN_VALUE);
      var whole = Later.advance(life, life.fold(events, Long.MIN_VALUE), Long.MAX_VALUE - 1);
      TicketMeasures.count(TicketDiff.between(null, open), rules, delta -> key(delta, seen));
      TicketMeasures.count(TicketDiff.between(open, whole), rules, delta -> key(delta, seen));
      TicketMeasures.count(TicketDiff.between(whole, open), rules, delta -> key(delta, seen));
    }
    assertThat(seen)
        .containsAll(
            EnumSet.of(
                Measure.TICKETS_CREATED,
                Measure.TICKETS_CANCELLED,
                Measure.TICKETS_TRANSFERRED,
                Measure.SLA_VERDICTS,
                Measure.SLA_CLOCKS_OPENED_RETRACTED,
                Measure.BACKLOG_TICKETS,
                Measure.SLA_OPEN_CLOCKS,
                Measure.SLA_SHADOW_CLOCKS,
                Measure.SLA_WARNINGS,
                Measure.SLA_WARNINGS_RETRACTED,
                Measure.CLOCK_ACTIONS,
                Measure.CLOCK_ACTIONS_RETRACTED,
                Measure.CLOCK_ANOMALIES,
                Measure.FIRST_RESPONSE_SECONDS,
                Measure.RESOLUTION_SECONDS));
  }

  @Test
  void aKeyNamesTheSeriesWithItsLabelsSorted() {
    Series series = new Series(Measure.TICKETS_CREATED, List.of("a \"b\"\\", "email"));
    assertThat(SeriesRecords.key(series))
        .isEqualTo("aftercare_tickets_created_total{channel=\"email\",region=\"a \\\"b\\\"\\\\\"}");
  }

  @Test
  void timesAreInSeconds() {
    var record =
        SeriesRecords.record(
                new Series(Measure.RESOLUTION_SECONDS, List.of("north", "p1")),
                new Total(1_500, List.of(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L)))
            .setLineageId("l")
            .setLineageStartedAt(java.time.Instant.EPOCH)
            .setJob("tickets")
            .setPublishedAt(java.time.Instant.EPOCH)
            .build();
    assertThat(record.getSum()).isEqualTo(1.5);
    assertThat(record.getBucketBounds()).startsWith(1800.0).endsWith(604800.0);
  }

  @Test
  void whatIsUsualOfComplaintsAndScoresAreInThousandthsAndWhatCameIsNot() {
    List<String> labels = List.of("north", "*");
    assertThat(value(Measure.COMPLAINT_EXPECTED, labels, 12_345)).isEqualTo(12.345);
    assertThat(value(Measure.COMPLAINT_EXPECTED_UPPER, labels, 500)).isEqualTo(0.5);
    assertThat(value(Measure.COMPLAINT_SPIKE_SCORE, labels, 5_000)).isEqualTo(5);
    assertThat(value(Measure.COMPLAINT_OBSERVED, labels, 47)).isEqualTo(47);
    assertThat(value(Measure.COMPLAINT_SPIKE_ACTIVE, labels, 1)).isEqualTo(1);
    assertThat(value(Measure.COMPLAINT_INCIDENT_START, List.of("north"), 1_500)).isEqualTo(1.5);
  }

  private static double value(Measure measure, List<String> labels, long counted) {
    return SeriesRecords.record(new Series(measure, labels), new Total(counted, List.of()))
        .getValue();
  }

  private static void key(Delta delta, Set<Measure> seen) {
    seen.add(delta.measure());
    SeriesRecords.key(new Series(delta.measure(), delta.labels()));
  }
}

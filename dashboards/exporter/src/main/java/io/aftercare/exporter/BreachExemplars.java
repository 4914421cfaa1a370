package io.aftercare.exporter;

import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.ledger.Settlement;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ticket behind the last breach that each series of breached verdicts counted, as its exemplar:
 * value 1, at the instant of the breach. Formats without exemplars leave them out.
 */
final class BreachExemplars {
  private static final String VERDICTS =
      MetricCatalogue.SLA_VERDICTS.metricName().replaceFirst("_total$", "");
  private static final int MOST_CHARACTERS = 128;
  private static final String LABEL = "ticket_id";

  private final Map<Labels, Settlement> lastBreaches = new HashMap<>();

  BreachExemplars(List<Settlement> newestFirst) {
    for (Settlement settled : newestFirst) {
      if (settled.verdict() == ClockVerdict.BREACHED) {
        lastBreaches.putIfAbsent(labels(settled), settled);
      }
    }
  }

  /** The same metric, with exemplars if it is the one that has them. */
  MetricSnapshot on(MetricSnapshot snapshot) {
    if (lastBreaches.isEmpty()
        || !snapshot.getMetadata().getName().equals(VERDICTS)
        || !(snapshot instanceof CounterSnapshot verdicts)) {
      return snapshot;
    }
    return new CounterSnapshot(
        verdicts.getMetadata(), verdicts.getDataPoints().stream().map(this::exemplified).toList());
  }

  private CounterDataPointSnapshot exemplified(CounterDataPointSnapshot point) {
    Exemplar exemplar = exemplar(point);
    return exemplar == null
        ? point
        : new CounterDataPointSnapshot(
            point.getValue(), point.getLabels(), exemplar, point.getCreatedTimestampMillis());
  }

  private @Nullable Exemplar exemplar(CounterDataPointSnapshot point) {
    Settlement breach = point.getValue() == 0 ? null : lastBreaches.get(point.getLabels());
    // OpenMetrics allows an exemplar's labels 128 characters in all.
    return breach == null || breach.ticketId().length() + LABEL.length() > MOST_CHARACTERS
        ? null
        : Exemplar.builder()
            .value(1)
            .labels(Labels.of(LABEL, breach.ticketId()))
            .timestampMillis(breach.settledAt().toEpochMilli())
            .build();
  }

  private static Labels labels(Settlement settled) {
    return Labels.of(
        "region", settled.region(),
        "sla", settled.sla(),
        "priority", settled.priority(),
        "verdict", "breached",
        "slot", settled.slot());
  }
}

package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.CALLBACKS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_OFFERED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_OFFERED_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_SETTLED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_SETTLED_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_HANDLE_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_LONGEST_WAIT_START;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_CALLS;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_RATIO;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_TARGET;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_THRESHOLD;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_WAIT_SECONDS;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.view.Observations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The queues of one moment: all that any metric of calls names, by region and name. */
final class Queues {
  private static final Comparator<QueueRow> LONGEST_WAIT_FIRST =
      Comparator.comparing(
              QueueRow::longestWaitSince, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(QueueRow::waiting, Comparator.reverseOrder())
          .thenComparing(QueuePlace::of, QueuePlace.ORDER);

  private final MetricsView metrics;
  private final @Nullable String region;
  private final Map<QueuePlace, QueueDraft> drafts = new TreeMap<>(QueuePlace.ORDER);

  private Queues(MetricsView metrics, @Nullable String region) {
    this.metrics = metrics;
    this.region = region;
  }

  /** The queues of a region; null: of all. */
  static List<QueueRow> of(MetricsView metrics, @Nullable String region) {
    Queues queues = new Queues(metrics, region);
    queues.goThrough();
    return queues.drafts.entrySet().stream()
        .map(each -> each.getValue().row(each.getKey()))
        .toList();
  }

  /** Of more rows than there is room for those in which callers wait longest, in their order. */
  static List<QueueRow> atMost(int room, List<QueueRow> rows) {
    return rows.size() <= room
        ? rows
        : rows.stream()
            .sorted(LONGEST_WAIT_FIRST)
            .limit(room)
            .sorted(Comparator.comparing(QueuePlace::of, QueuePlace.ORDER))
            .toList();
  }

  private void goThrough() {
    each(CALLS_WAITING, (queue, level) -> queue.waiting = Waits.callers(level));
    each(CALL_LONGEST_WAIT_START, (queue, level) -> queue.longestWaitSince = Waits.instant(level));
    each(CALLBACKS_WAITING, (queue, level) -> queue.callbacksWaiting = Waits.callers(level));
    each(CALL_SERVICE_LEVEL_THRESHOLD, QueueDraft::threshold);
    each(CALL_SERVICE_LEVEL_TARGET, QueueDraft::target);
    each(CALL_SERVICE_LEVEL_RATIO, (queue, level) -> queue.serviceLevels.addRatio(level));
    each(CALL_SERVICE_LEVEL_CALLS, (queue, level) -> queue.serviceLevels.addCalls(level));
    each(CALLS_OFFERED, (queue, level) -> queue.offered += calls(level));
    each(CALLS_OFFERED_RETRACTED, (queue, level) -> queue.offered -= calls(level));
    each(CALLS_SETTLED, (queue, level) -> queue.outcomes.add(level.label("outcome"), calls(level)));
    each(
        CALLS_SETTLED_RETRACTED,
        (queue, level) -> queue.outcomes.add(level.label("outcome"), -calls(level)));
    eachObserved(CALL_WAIT_SECONDS, QueueDraft::waits);
    eachObserved(CALL_HANDLE_SECONDS, QueueDraft::handled);
  }

  private void each(MetricCatalogue metric, BiConsumer<QueueDraft, Level> take) {
    for (Level level : metrics.levels(metric)) {
      QueueDraft draft = draft(QueuePlace.of(level));
      if (draft != null) {
        take.accept(draft, level);
      }
    }
  }

  private void eachObserved(MetricCatalogue metric, BiConsumer<QueueDraft, Observations> take) {
    for (Observations observed : metrics.observations(metric)) {
      QueueDraft draft = draft(QueuePlace.of(observed));
      if (draft != null) {
        take.accept(draft, observed);
      }
    }
  }

  private @Nullable QueueDraft draft(QueuePlace place) {
    return region == null || region.equals(place.region())
        ? drafts.computeIfAbsent(place, p -> new QueueDraft())
        : null;
  }

  private static long calls(Level level) {
    return Math.round(level.value());
  }
}

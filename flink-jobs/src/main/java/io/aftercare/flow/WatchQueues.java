package io.aftercare.flow;

import io.aftercare.domain.call.QueueEntry;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Knows of every queue since when its callers wait, and says since when the longest does: absent
 * while nobody waits. The wait itself grows without events, so its beginning is what is told. Also
 * says by which terms a queue is measured, those of whoever entered it last.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class WatchQueues extends KeyedProcessFunction<String, QueueEntry, Partial> {
  private static final long serialVersionUID = 1;

  /** A queue, and an instant at which callers entered it. */
  public record Since(String region, String queue, long enteredAt) {}

  /** A queue. */
  public record Queue(String region, String queue) {}

  private transient MapState<Since, Integer> saved;
  private transient MapState<Queue, QueueEntry> terms;
  private transient @Nullable Map<Queue, NavigableMap<Long, Integer>> waiting;

  @Override
  public void open(OpenContext context) {
    saved =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("waiting", TypeInformation.of(Since.class), Types.INT));
    terms =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "terms",
                    TypeInformation.of(Queue.class),
                    TypeInformation.of(QueueEntry.class)));
  }

  @Override
  public void processElement(QueueEntry entry, Context ctx, Collector<Partial> out)
      throws Exception {
    Queue queue = new Queue(entry.region(), entry.queue());
    tellTerms(queue, entry, out);
    if (entry.more() == 0) {
      return;
    }
    NavigableMap<Long, Integer> callers = load().computeIfAbsent(queue, q -> new TreeMap<>());
    Long longest = callers.isEmpty() ? null : callers.firstKey();
    int now = callers.merge(entry.enteredAt(), entry.more(), Integer::sum);
    Since since = new Since(entry.region(), entry.queue(), entry.enteredAt());
    if (now == 0) {
      callers.remove(entry.enteredAt());
      saved.remove(since);
    } else {
      saved.put(since, now);
    }
    Long longestNow = callers.isEmpty() ? null : callers.firstKey();
    if (longestNow == null || !longestNow.equals(longest)) {
      tell(Measure.CALL_LONGEST_WAIT_START, queue, longestNow, out);
    }
  }

  private void tellTerms(Queue queue, QueueEntry entry, Collector<Partial> out) throws Exception {
    QueueEntry last = terms.get(queue);
    if (entry.more() < 0 || (last != null && last.enteredAt() > entry.enteredAt())) {
      return;
    }
    terms.put(queue, entry);
    if (last == null || last.thresholdMillis() != entry.thresholdMillis()) {
      tell(Measure.CALL_SERVICE_LEVEL_THRESHOLD, queue, entry.thresholdMillis(), out);
    }
    if (last == null || last.goalMillionths() != entry.goalMillionths()) {
      boolean none = entry.goalMillionths() == QueueEntry.NO_GOAL;
      tell(Measure.CALL_SERVICE_LEVEL_TARGET, queue, none ? null : entry.goalMillionths(), out);
    }
  }

  private static void tell(
      Measure measure, Queue queue, @Nullable Long value, Collector<Partial> out) {
    out.collect(
        new Partial(
            new Series(measure, List.of(queue.region(), queue.queue())),
            value == null ? Total.ABSENT : new Total(value, List.of())));
  }

  private Map<Queue, NavigableMap<Long, Integer>> load() throws Exception {
    Map<Queue, NavigableMap<Long, Integer>> all = waiting;
    if (all == null) {
      all = new HashMap<>();
      for (Map.Entry<Since, Integer> each : saved.entries()) {
        Since since = each.getKey();
        all.computeIfAbsent(new Queue(since.region(), since.queue()), q -> new TreeMap<>())
            .put(since.enteredAt(), each.getValue());
      }
      waiting = all;
    }
    return all;
  }
}

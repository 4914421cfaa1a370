package io.aftercare.flow;

import io.aftercare.domain.measure.Identities;
import io.aftercare.domain.measure.Lineage;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Measure.Kind;
import io.aftercare.domain.measure.OldSeries;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.measure.Total;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the absolute value of every series and publishes it: gauges as they are, at a steady
 * interval when they changed (a new one waits, once, for a checkpoint: {@link LiveGauges});
 * counters and histograms as of the last completed checkpoint, so that what was published can never
 * be taken back by a failure. At each checkpoint it also weighs the accounting {@link Identities}.
 * All series live under one key: what arrives is pre-aggregated.
 */
public final class KeepTotals extends KeyedProcessFunction<String, Partial, SeriesUpdate>
    implements CheckpointedFunction, CheckpointListener {
  /** Further behind the wall clock than this, event time is catching up. */
  static final long CATCHING_UP_MILLIS = 10_000;

  private final long publishMillis;
  private final Map<Series, Long> constants;
  private final String stream;
  private final boolean live;
  private final boolean wallClock;

  private transient MapState<Series, Total> saved;
  private transient ListState<Lineage> lineages;
  private transient Lineage lineage;
  private transient boolean loaded;
  private transient long nextPublication;
  private transient Map<Series, Total> totals;
  private transient LiveGauges gauges;
  private transient Map<Series, Total> sinceBarrier;
  private transient TreeMap<Long, Map<Series, Total>> awaiting;
  private transient Map<Series, Total> committed;
  private transient long committedBy;

  /**
   * @param publishMillis processing time between publications, ms
   * @param constants gauges that stand still, such as the build, which is 1
   * @param live whether to tell how far event time and checkpoints are; a replay tells nothing that
   *     depends on when it ran
   * @param wallClock whether event time is to keep up with the wall clock, so that there is
   *     something to catch up with
   */
  public KeepTotals(
      String stream,
      long publishMillis,
      Map<Series, Long> constants,
      boolean live,
      boolean wallClock) {
    this.stream = stream;
    this.publishMillis = publishMillis;
    this.constants = Map.copyOf(constants);
    this.live = live;
    this.wallClock = wallClock;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    lineages =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("lineage", TypeInformation.of(Lineage.class)));
    lineage = newLineage();
    for (Lineage kept : lineages.get()) {
      lineage = kept;
    }
    totals = new HashMap<>();
    gauges = new LiveGauges(context.isRestored());
    sinceBarrier = new HashMap<>();
    awaiting = new TreeMap<>();
    committed = new HashMap<>();
    committedBy = context.getRestoredCheckpointId().orElse(0);
  }

  @Override
  public void open(OpenContext context) {
    saved =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "totals", TypeInformation.of(Series.class), TypeInformation.of(Total.class)));
  }

  @Override
  public void processElement(Partial partial, Context ctx, Collector<SeriesUpdate> out)
      throws Exception {
    load(ctx);
    Series series = partial.series();
    boolean level = series.measure().kind() == Kind.LEVEL;
    Total total = level ? partial.amount() : totals.merge(series, partial.amount(), Total::plus);
    totals.put(series, total);
    saved.put(series, total);
    if (level || series.measure().kind() == Kind.GAUGE) {
      gauges.changed(series);
    } else {
      sinceBarrier.put(series, total);
    }
  }

  /** Once per run: everything kept is published again, in case the last run's writes were lost. */
  private void load(Context ctx) throws Exception {
    if (loaded) {
      return;
    }
    loaded = true;
    if (restore()) {
      // Under their old labels series would stand on the topic for ever: a new lineage ends them.
      lineage = newLineage();
      saved.clear();
      saved.putAll(totals);
    }
    totals.forEach(
        (series, total) -> {
          Kind kind = series.measure().kind();
          if (kind == Kind.GAUGE || kind == Kind.LEVEL) {
            gauges.known(series);
          } else {
            committed.put(series, total);
          }
        });
    tellConstants();
    ctx.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    publishLater(ctx);
  }

  /** Whether an earlier version kept series under other labels. */
  private boolean restore() throws Exception {
    boolean relabelled = false;
    for (Map.Entry<Series, Total> entry : saved.entries()) {
      Series today = OldSeries.today(entry.getKey());
      relabelled |= !today.equals(entry.getKey());
      totals.merge(today, entry.getValue(), Total::plus);
    }
    return relabelled;
  }

  /** Levels among them are kept, so that a run that has others ends those of the last. */
  private void tellConstants() throws Exception {
    for (Series series : List.copyOf(totals.keySet())) {
      boolean over = series.measure() == Measure.BENCHMARK_SECONDS;
      if (over && !constants.containsKey(series)) {
        totals.put(series, Total.ABSENT);
        saved.put(series, Total.ABSENT);
      }
    }
    for (Map.Entry<Series, Long> each : constants.entrySet()) {
      gauge(each.getKey(), each.getValue());
      if (each.getKey().measure().kind() == Kind.LEVEL) {
        saved.put(each.getKey(), new Total(each.getValue(), List.of()));
      }
    }
  }

  private static Lineage newLineage() {
    return new Lineage(UUID.randomUUID().toString(), System.currentTimeMillis());
  }

  private void gauge(Series series, long value) {
    Total now = new Total(value, List.of());
    if (!now.equals(totals.put(series, now))) {
      gauges.known(series);
    }
  }

  private void publishLater(Context ctx) {
    nextPublication = ctx.timerService().currentProcessingTime() + publishMillis;
    ctx.timerService().registerProcessingTimeTimer(nextPublication);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<SeriesUpdate> out)
      throws Exception {
    load(ctx);
    long now = ctx.timerService().currentProcessingTime();
    if (timestamp == Long.MAX_VALUE) {
      end(now, out);
      return;
    }
    if (timestamp != nextPublication) {
      return; // restored with the state of an earlier run, which load() has taken over
    }
    tellEventTime(ctx.timerService().currentWatermark(), now);
    publish(now, out);
    publishLater(ctx);
  }

  private void tellEventTime(long watermark, long now) {
    if (live && watermark > 0 && watermark < Long.MAX_VALUE) {
      gauge(new Series(Measure.WATERMARK_TIMESTAMP, List.of(stream)), watermark);
    }
    if (wallClock) {
      boolean behind = watermark < now - CATCHING_UP_MILLIS;
      gauge(new Series(Measure.CATCHING_UP, List.of(stream)), behind ? 1 : 0);
    }
  }

  /** The last word: what a checkpoint on its way still commits is older, and no longer said. */
  private void end(long now, Collector<SeriesUpdate> out) {
    weigh();
    totals.forEach((series, total) -> out.collect(update(series, total, now, 0)));
    committed.clear();
    awaiting.clear();
    sinceBarrier.clear();
  }

  private void publish(long now, Collector<SeriesUpdate> out) {
    committed.forEach((series, total) -> out.collect(update(series, total, now, committedBy)));
    committed.clear();
    for (Series series : gauges.take()) {
      Total total = totals.get(series);
      if (total != null) {
        out.collect(update(series, total, now, 0));
      }
    }
  }

  private SeriesUpdate update(Series series, Total total, long now, long checkpointId) {
    return new SeriesUpdate(series, total, lineage, now, checkpointId);
  }

  private void weigh() {
    Identities.imbalances(stream, totals)
        .forEach(
            (identity, imbalance) ->
                gauge(
                    new Series(
                        Measure.IDENTITY_IMBALANCE, List.of(identity.name(), identity.region())),
                    imbalance));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    lineages.update(List.of(lineage));
    if (loaded) {
      weigh();
    }
    awaiting.put(context.getCheckpointId(), sinceBarrier);
    gauges.barrier(context.getCheckpointId());
    sinceBarrier = new HashMap<>();
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    Map<Long, Map<Series, Total>> done = awaiting.headMap(checkpointId, true);
    done.values().forEach(committed::putAll);
    done.clear();
    committedBy = checkpointId;
    gauges.completed(checkpointId);
    if (live) {
      gauge(new Series(Measure.CHECKPOINT_TIMESTAMP, List.of(stream)), System.currentTimeMillis());
    }
  }
}

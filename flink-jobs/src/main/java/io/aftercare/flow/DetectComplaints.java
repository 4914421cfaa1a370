package io.aftercare.flow;

import io.aftercare.domain.complaint.CaseCount;
import io.aftercare.domain.complaint.CategoryLevel;
import io.aftercare.domain.complaint.ComplaintTerms;
import io.aftercare.domain.complaint.FinalBin;
import io.aftercare.domain.complaint.RegionComplaints;
import io.aftercare.domain.complaint.RegionComplaints.Memory;
import io.aftercare.domain.complaint.RegionWeeks;
import io.aftercare.domain.complaint.SpikeAlert;
import io.aftercare.domain.measure.ComplaintGauges;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Judges the complaints of each region, once a minute of event time: what comes is counted per bin
 * before, so that a region is not its events. A region that was heard of once is judged for ever,
 * for silence is news as well.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class DetectComplaints extends KeyedProcessFunction<String, CaseCount, SpikeAlert> {
  private static final long serialVersionUID = 1;
  private static final long MINUTE = 60_000;

  /** Levels and counts of complaints. */
  public static final OutputTag<Partial> FIGURES =
      new OutputTag<>("complaint-figures", TypeInformation.of(Partial.class));

  /** Bins that are final. */
  public static final OutputTag<FinalBin> FINAL =
      new OutputTag<>("final-bins", TypeInformation.of(FinalBin.class));

  /** What was learnt elsewhere. */
  public interface Warm extends Serializable {
    /** Of a region, each time anew; null: nothing. */
    @Nullable Memory of(String region);
  }

  private final long latenessMillis;
  private final RegionWeeks weeks;
  private final Warm warm;
  private final long publishMillis;
  private final long asOf;

  private transient ComplaintTerms terms;
  private transient KeepComplaints kept;
  private transient Map<String, RegionComplaints> regions;
  private transient Map<String, Levels> levels;

  /**
   * @param latenessMillis how long after its end a bin is corrected, ms
   * @param warm what a region begins with
   * @param publishMillis least processing time between levels, ms
   * @param asOf the end of time, ms; {@link Long#MAX_VALUE} when live
   */
  public DetectComplaints(
      long latenessMillis, RegionWeeks weeks, Warm warm, long publishMillis, long asOf) {
    this.latenessMillis = latenessMillis;
    this.weeks = weeks;
    this.warm = warm;
    this.publishMillis = publishMillis;
    this.asOf = asOf;
  }

  @Override
  public void open(OpenContext context) {
    terms = ComplaintTerms.standard(latenessMillis);
    kept = new KeepComplaints(getRuntimeContext());
    regions = new HashMap<>();
    levels = new HashMap<>();
  }

  private RegionComplaints of(String region) throws Exception {
    RegionComplaints known = regions.get(region);
    if (known == null) {
      known = kept.restore(region, terms, weeks.of(region), warm.of(region));
      regions.put(region, known);
    }
    return known;
  }

  @Override
  public void processElement(CaseCount count, Context ctx, Collector<SpikeAlert> out)
      throws Exception {
    String region = ctx.getCurrentKey();
    long watermark = ctx.timerService().currentWatermark();
    boolean inTime = of(region).add(count, now(watermark));
    if (!inTime && count.complaint() != null && count.more() > 0) {
      ctx.output(
          FIGURES,
          new Partial(
              new Series(Measure.COMPLAINTS_LATE, List.of(region)),
              new Total(count.more(), List.of())));
    }
    ctx.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    lookAgain(Math.max(count.bin(), watermark), ctx.timerService());
  }

  private static long now(long watermark) {
    return watermark == Long.MIN_VALUE ? watermark / 2 : watermark + 1;
  }

  /** At the next full minute. */
  private static void lookAgain(long after, TimerService timers) {
    long end = (Math.floorDiv(after + 1, MINUTE) + 1) * MINUTE - 1;
    if (end > timers.currentWatermark()) {
      timers.registerEventTimeTimer(end);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<SpikeAlert> out)
      throws Exception {
    RegionComplaints complaints = of(ctx.getCurrentKey());
    Levels levels = this.levels.computeIfAbsent(ctx.getCurrentKey(), region -> new Levels());
    Telling telling = new Telling(levels, ctx, out);
    long watermark = ctx.timerService().currentWatermark();
    if (timestamp == Long.MAX_VALUE) {
      if (asOf != Long.MAX_VALUE) {
        complaints.end(asOf, telling);
      } // else it was drained, and goes on some other day
      levels.published = 0;
    } else if (timestamp + 1 <= asOf) {
      boolean ends = watermark == Long.MAX_VALUE;
      long reached = ends ? timestamp : Math.max(timestamp, watermark); // time may have leapt
      complaints.advance(Math.min(reached + 1, asOf), telling);
      if (!ends) {
        lookAgain(reached, ctx.timerService());
      }
    }
    publish(levels, ctx);
  }

  /** While time is caught up with, levels of the moment are of no interest to anybody. */
  private void publish(Levels levels, Context ctx) {
    long now = ctx.timerService().currentProcessingTime();
    if (now - levels.published < publishMillis) {
      return;
    }
    levels.published = now;
    BiConsumer<Series, Total> figures =
        (series, total) -> ctx.output(FIGURES, new Partial(series, total));
    levels.categories.values().forEach(level -> ComplaintGauges.of(level, figures));
    levels.categories.clear();
    if (levels.learning != null) {
      ComplaintGauges.learning(ctx.getCurrentKey(), levels.learning, figures);
    }
  }

  /** What is to be told of a region, and when something was told last. */
  private static final class Levels {
    private final Map<String, CategoryLevel> categories = new LinkedHashMap<>();
    private @Nullable Long learning;
    private long published;
  }

  /** Tells what was found of a region. */
  private static final class Telling implements RegionComplaints.Told {
    private final Levels levels;
    private final Context ctx;
    private final Collector<SpikeAlert> out;

    Telling(Levels levels, Context ctx, Collector<SpikeAlert> out) {
      this.levels = levels;
      this.ctx = ctx;
      this.out = out;
    }

    @Override
    public void alert(SpikeAlert alert) {
      out.collect(alert);
    }

    @Override
    public void level(CategoryLevel level) {
      levels.categories.put(level.category(), level);
    }

    @Override
    public void learnt(FinalBin bin) {
      ctx.output(FINAL, bin);
    }

    @Override
    public void learning(long until) {
      levels.learning = until;
    }
  }
}

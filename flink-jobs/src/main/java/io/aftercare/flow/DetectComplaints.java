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
  private transient Map<String, CategoryLevel> levels;
  private transient Map<String, Long> learning;
  private transient long published;

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
    levels = new LinkedHashMap<>();
    learning = new LinkedHashMap<>();
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
    Telling telling = new Telling(ctx.getCurrentKey(), ctx, out);
    if (timestamp == Long.MAX_VALUE) {
      if (asOf != Long.MAX_VALUE) {
        complaints.end(asOf, telling);
      } // else it was drained, and goes on some other day
      published = 0;
    } else if (timestamp + 1 <= asOf) {
      complaints.advance(timestamp + 1, telling);
      if (ctx.timerService().currentWatermark() != Long.MAX_VALUE) {
        lookAgain(timestamp, ctx.timerService());
      }
    }
    publish(ctx);
  }

  /** While time is caught up with, levels of the moment are of no interest to anybody. */
  private void publish(Context ctx) {
    long now = ctx.timerService().currentProcessingTime();
    if (now - published < publishMillis) {
      return;
    }
    published = now;
    BiConsumer<Series, Total> figures =
        (series, total) -> ctx.output(FIGURES, new Partial(series, total));
    levels.values().forEach(level -> ComplaintGauges.of(level, figures));
    learning.forEach((region, until) -> ComplaintGauges.learning(region, until, figures));
    levels.clear();
    learning.clear();
  }

  /** Tells what was found of a region. */
  private final class Telling implements RegionComplaints.Told {
    private final String region;
    private final Context ctx;
    private final Collector<SpikeAlert> out;

    Telling(String region, Context ctx, Collector<SpikeAlert> out) {
      this.region = region;
      this.ctx = ctx;
      this.out = out;
    }

    @Override
    public void alert(SpikeAlert alert) {
      out.collect(alert);
    }

    @Override
    public void level(CategoryLevel level) {
      levels.put(region + "/" + level.category(), level);
    }

    @Override
    public void learnt(FinalBin bin) {
      ctx.output(FINAL, bin);
    }

    @Override
    public void learning(long until) {
      learning.put(region, until);
    }
  }
}

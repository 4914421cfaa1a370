package io.aftercare.flow;

import io.aftercare.domain.measure.BacklogAges;
import io.aftercare.domain.measure.BirthChange;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Knows how many tickets are open by region, priority and birth minute, and says how old they are:
 * at every full minute of event time, whether anything happened or not, and as they come and go, at
 * most once per interval of processing time. Only what differs from what was said is said.
 *
 * <p>A minute is full when nothing before its end can come any more; ages are told as of the last
 * full one. None ends after {@code asOf}; at the end of a replay ages are told as of that.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class WatchBacklog extends KeyedProcessFunction<String, BirthChange, Partial> {
  private static final long serialVersionUID = 1;

  /** A region and priority, and a minute in which tickets were created. */
  public record Birth(String region, String priority, long minute) {}

  private final long tellMillis;
  private final long asOf;

  private transient MapState<Birth, Long> counts;
  private transient MapState<Series, Total> said;
  private transient @Nullable BacklogAges ages;
  private transient Map<Series, Total> lastSaid;

  /**
   * @param tellMillis processing time within which changes are told together, ms
   * @param asOf the end of time, ms; {@link Long#MAX_VALUE} when live
   */
  public WatchBacklog(long tellMillis, long asOf) {
    this.tellMillis = tellMillis;
    this.asOf = asOf;
  }

  /** The last minute that is full when event time has come to {@code watermark}, by its end. */
  static long minute(long watermark) {
    return watermark == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : Math.floorDiv(watermark + 1, BirthChange.MINUTE_MILLIS);
  }

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("births", TypeInformation.of(Birth.class), Types.LONG));
    said =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "said", TypeInformation.of(Series.class), TypeInformation.of(Total.class)));
  }

  @Override
  public void processElement(BirthChange change, Context ctx, Collector<Partial> out)
      throws Exception {
    load().add(change);
    Birth birth = new Birth(change.region(), change.priority(), change.birthMinute());
    Long before = counts.get(birth);
    long now = (before == null ? 0 : before) + change.more();
    if (now == 0) {
      counts.remove(birth);
    } else {
      counts.put(birth, now);
    }
    TimerService timers = ctx.timerService();
    long interval = Math.floorDiv(timers.currentProcessingTime(), tellMillis) + 1;
    timers.registerProcessingTimeTimer(interval * tellMillis);
    timers.registerEventTimeTimer(Long.MAX_VALUE);
    tellNextMinute(timers);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Partial> out) throws Exception {
    TimerService timers = ctx.timerService();
    BacklogAges now = load();
    long minute = Math.min(minute(timers.currentWatermark()), minute(asOf - 1));
    if (minute < minute(Long.MAX_VALUE - 1)) { // else a live job ends, when nobody knows
      now.advance(minute);
    }
    if (now.knowsTime()) {
      tell(now, out);
    }
    if (!now.isEmpty()) {
      tellNextMinute(timers);
    }
  }

  /** Time that moves on by more than a minute is told of once. */
  private void tellNextMinute(TimerService timers) {
    long watermark = timers.currentWatermark();
    if (watermark == Long.MIN_VALUE) {
      timers.registerEventTimeTimer(0);
      return;
    }
    if (watermark < Long.MAX_VALUE && minute(watermark) < minute(asOf - 1)) {
      timers.registerEventTimeTimer((minute(watermark) + 1) * BirthChange.MINUTE_MILLIS - 1);
    }
  }

  private void tell(BacklogAges now, Collector<Partial> out) throws Exception {
    Map<Series, Total> changed = new HashMap<>();
    now.tell(
        (series, total) -> {
          if (!total.equals(lastSaid.put(series, total))) {
            changed.put(series, total);
          }
        });
    said.putAll(changed);
    changed.forEach((series, total) -> out.collect(new Partial(series, total)));
  }

  private BacklogAges load() throws Exception {
    BacklogAges all = ages;
    if (all == null) {
      all = new BacklogAges();
      for (Map.Entry<Birth, Long> each : counts.entries()) {
        Birth birth = each.getKey();
        all.add(new BirthChange(birth.region(), birth.priority(), birth.minute(), each.getValue()));
      }
      ages = all;
      lastSaid = new HashMap<>();
      for (Map.Entry<Series, Total> each : said.entries()) {
        Series series = each.getKey();
        lastSaid.put(series, each.getValue());
        if (series.measure() == Measure.BACKLOG_OLDEST) {
          all.know(series.labels().get(0), series.labels().get(1));
        }
      }
    }
    return all;
  }
}

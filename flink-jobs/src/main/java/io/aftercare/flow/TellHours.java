package io.aftercare.flow;

import io.aftercare.domain.expectation.HourOfRegion;
import io.aftercare.domain.expectation.RegionClock;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.Sketch;
import io.aftercare.domain.window.Span;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells what each region's local clock hours had as they close, those too in which nothing
 * happened, from its first window on: the window of an hour that stands at the hour's end, and the
 * backlog as it was last said. Each hour once, and not the one in which a region was heard of
 * first, for part of it is missing; what late events correct afterwards is in the windows. A region
 * that says nothing for a week has no hours until it is heard of again: its silence must not become
 * what is usual. Where time leaps over the end of an hour, nobody knows the backlog it had.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class TellHours
    extends KeyedCoProcessFunction<String, WindowEntry, Partial, HourOfRegion> {
  private static final long serialVersionUID = 1;
  private static final int MEDIAN = 50;
  private static final long MOST_QUIET = 7L * 24 * 60 * 60 * 1000;

  /**
   * The last window of an hour that closed, and where the region's running hour ends.
   *
   * @param whole whether the region was known when that began
   * @param end where that window ended
   */
  public record Standing(
      boolean whole,
      long end,
      long hourEnd,
      long created,
      long resolved,
      long firstResponse,
      long resolution,
      long events) {

    /** Whether its hours are still told that long after its last window. */
    boolean tells() {
      return hourEnd - end <= MOST_QUIET;
    }
  }

  private final Rulebook rules;
  private final long asOf;

  private transient RegionClock clock;
  private transient MapState<String, Standing> standing;
  private transient MapState<String, Map<String, Long>> backlogs;

  /**
   * @param rules where regions' zones are
   * @param asOf the end of time, ms; {@link Long#MAX_VALUE} when live
   */
  public TellHours(Rulebook rules, long asOf) {
    this.rules = rules;
    this.asOf = asOf;
  }

  @Override
  public void open(OpenContext context) {
    clock = new RegionClock(rules);
    standing =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "standing", Types.STRING, TypeInformation.of(Standing.class)));
    backlogs =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "backlogs", Types.STRING, Types.MAP(Types.STRING, Types.LONG)));
  }

  /** Windows close in the order of their ends; those of one hour are what counts here. */
  @Override
  public void processElement1(WindowEntry entry, Context ctx, Collector<HourOfRegion> out)
      throws Exception {
    String region = entry.region();
    boolean counts =
        region != null
            && entry.dimension() == Dimension.REGION
            && entry.span().equals(Span.HOUR.label());
    if (region == null || !counts) {
      return;
    }
    Standing before = standing.get(region);
    if (entry.correction() && (before == null || entry.end() < before.end())) {
      return;
    }
    long hourEnd = clock.endOf(region, entry.end() - 1);
    while (before != null && before.hourEnd() < entry.end() && before.tells()) {
      before = close(region, before, HourOfRegion.NONE, out);
    }
    boolean whole = before != null && before.whole() && before.hourEnd() >= entry.end();
    if (before == null || before.hourEnd() <= hourEnd) {
      standing.put(region, of(entry, hourEnd, whole));
    }
    if (hourEnd <= asOf) {
      ctx.timerService().registerEventTimeTimer(hourEnd - 1);
    }
  }

  private static Standing of(WindowEntry entry, long hourEnd, boolean whole) {
    Figures figures = entry.figures();
    return new Standing(
        whole,
        entry.end(),
        hourEnd,
        figures.count(What.CREATED),
        figures.count(What.RESOLVED),
        median(figures.firstResponse()),
        median(figures.resolution()),
        figures.count(What.EVENT));
  }

  private static long median(Sketch durations) {
    return durations.quantile(MEDIAN).isEmpty()
        ? HourOfRegion.NONE
        : Math.round(durations.quantile(MEDIAN).getAsDouble());
  }

  @Override
  public void processElement2(Partial said, Context ctx, Collector<HourOfRegion> out)
      throws Exception {
    if (said.series().measure() == Measure.BACKLOG_AGED_TICKETS) {
      String region = said.series().labels().get(0);
      Map<String, Long> ages = backlogs.get(region);
      Map<String, Long> now = ages == null ? new HashMap<>() : new HashMap<>(ages);
      now.put(said.series().labels().get(1), said.amount().value());
      backlogs.put(region, now);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<HourOfRegion> out)
      throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Standing> each : standing.entries()) {
      if (each.getValue().hourEnd() <= timestamp + 1 && each.getValue().tells()) {
        over.add(each.getKey());
      }
    }
    for (String region : over) {
      Standing last = standing.get(region);
      while (last.hourEnd() <= timestamp + 1 && last.tells()) {
        last = close(region, last, backlog(region), out);
      }
      standing.put(region, last);
      boolean more = ctx.timerService().currentWatermark() < Long.MAX_VALUE;
      if (more && last.tells() && last.hourEnd() <= asOf) {
        ctx.timerService().registerEventTimeTimer(last.hourEnd() - 1);
      }
    }
  }

  /** Says the hour; the window stands on until another closes. */
  private Standing close(String region, Standing hour, long backlog, Collector<HourOfRegion> out) {
    long end = hour.hourEnd();
    long next = clock.endOf(region, end);
    if (hour.whole() && end <= asOf) {
      out.collect(
          new HourOfRegion(
              region,
              clock.startOf(region, end - 1),
              end,
              hour.created(),
              hour.resolved(),
              backlog,
              hour.firstResponse(),
              hour.resolution(),
              hour.events()));
    }
    return new Standing(
        true,
        hour.end(),
        next,
        hour.created(),
        hour.resolved(),
        hour.firstResponse(),
        hour.resolution(),
        hour.events());
  }

  private long backlog(String region) throws Exception {
    Map<String, Long> ages = backlogs.get(region);
    return ages == null
        ? HourOfRegion.NONE
        : ages.values().stream().mapToLong(Long::longValue).sum();
  }
}

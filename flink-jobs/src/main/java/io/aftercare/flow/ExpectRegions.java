package io.aftercare.flow;

import static io.aftercare.domain.expectation.HourOfRegion.NONE;

import io.aftercare.domain.expectation.Figure;
import io.aftercare.domain.expectation.HourOfRegion;
import io.aftercare.domain.expectation.LastEvent;
import io.aftercare.domain.expectation.RegionClock;
import io.aftercare.domain.expectation.RegionUsual;
import io.aftercare.domain.expectation.WeekHour;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.flow.wire.WireType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Learns what is usual of regions, hour by hour, and says of each hour that closed what it had
 * beside what was usual before it; the two are always of the same hour. Whenever a region speaks,
 * says when it did and how long it may say nothing from then on. That limit is worked out at the
 * event, from what was known then: hours that pass in silence do not make silence usual. All
 * regions live under one key: a line per region and hour, and a few per second.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class ExpectRegions
    extends KeyedCoProcessFunction<String, HourOfRegion, LastEvent, Partial> {
  /** Whose events these are. */
  static final String STREAM = "tickets";

  private static final long serialVersionUID = 1;

  private final Rulebook rules;

  private transient MapState<String, RegionUsual> usual;
  private transient MapState<String, Long> lastEvents;
  private transient Map<String, RegionUsual> known;
  private transient RegionClock clock;

  /**
   * @param rules where regions' zones and calendars are
   */
  public ExpectRegions(Rulebook rules) {
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) {
    usual =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("usual", WireType.TEXT, WireType.REGION_USUAL));
    lastEvents =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("last-events", WireType.TEXT, Types.LONG));
    known = new HashMap<>();
    clock = new RegionClock(rules);
  }

  @Override
  public void processElement1(HourOfRegion hour, Context ctx, Collector<Partial> out)
      throws Exception {
    RegionUsual before = of(hour.region());
    if (!before.isNew(hour)) {
      return;
    }
    WeekHour place = clock.of(hour);
    for (Figure figure : Figure.values()) {
      say(expected(figure), labels(hour.region(), figure), value(before, figure, place), out);
      say(observed(figure), labels(hour.region(), figure), hour.of(figure), out);
    }
    RegionUsual after = before.copy(); // a checkpoint may still be writing the other
    after.learn(hour, place);
    known.put(hour.region(), after);
    usual.put(hour.region(), after);
  }

  @Override
  public void processElement2(LastEvent event, Context ctx, Collector<Partial> out)
      throws Exception {
    Long last = lastEvents.get(event.region());
    if (last != null && last >= event.at()) {
      return;
    }
    lastEvents.put(event.region(), event.at());
    List<String> labels = List.of(event.region(), STREAM);
    OptionalLong limit = of(event.region()).silenceLimit(event, clock);
    say(Measure.REGION_LAST_EVENT, labels, event.at(), out);
    say(Measure.REGION_SILENCE_LIMIT, labels, limit.orElse(NONE), out);
  }

  private RegionUsual of(String region) throws Exception {
    RegionUsual found = known.get(region);
    if (found == null) {
      @Nullable RegionUsual kept = usual.get(region);
      found = kept == null ? RegionUsual.nothing() : kept;
      known.put(region, found);
    }
    return found;
  }

  private static long value(RegionUsual region, Figure figure, WeekHour hour) {
    return region.usual(figure, hour).map(usually -> Math.round(usually.value())).orElse(NONE);
  }

  private static Measure expected(Figure figure) {
    return switch (figure) {
      case CREATED, RESOLVED, BACKLOG -> Measure.EXPECTED_TICKETS;
      case FIRST_RESPONSE, RESOLUTION -> Measure.EXPECTED_SECONDS;
      case EVENTS -> Measure.REGION_EXPECTED_EVENTS;
    };
  }

  private static Measure observed(Figure figure) {
    return switch (figure) {
      case CREATED, RESOLVED, BACKLOG -> Measure.OBSERVED_TICKETS;
      case FIRST_RESPONSE, RESOLUTION -> Measure.OBSERVED_SECONDS;
      case EVENTS -> Measure.REGION_OBSERVED_EVENTS;
    };
  }

  private static List<String> labels(String region, Figure figure) {
    return List.of(region, figure == Figure.EVENTS ? STREAM : figure.label());
  }

  private static void say(
      Measure measure, List<String> labels, long value, Collector<Partial> out) {
    Total total = value == NONE ? Total.ABSENT : new Total(value, List.of());
    out.collect(new Partial(new Series(measure, labels), total));
  }
}

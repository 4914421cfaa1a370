package io.aftercare.flow;

import io.aftercare.domain.call.HourChange;
import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.OutcomeCounts;
import io.aftercare.domain.call.ServiceLevel;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts outcomes per queue and clock hour, and says the service level of the hour that closed last
 * by every definition, each with what it is a share of. What changes in that hour afterwards is
 * said again; older hours are history, told by the call ledger. A queue without calls in the hour
 * has no service level.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class CloseHours extends KeyedProcessFunction<String, HourChange, Partial> {
  private static final long serialVersionUID = 1;
  private static final double MILLIONTHS = 1_000_000.0;

  /** A queue's hour in a window, and an outcome. */
  public record Cell(String region, String queue, String window, long hour, Outcome outcome) {}

  /** A queue in a window. */
  public record Row(String region, String queue, String window) {}

  private final long asOf;

  private transient MapState<Cell, Long> counts;
  private transient MapState<Row, Boolean> told;
  private transient ValueState<Long> closed;

  /**
   * @param asOf the end of time, ms: what has not closed by then never does; {@link Long#MAX_VALUE}
   *     when live
   */
  public CloseHours(long asOf) {
    this.asOf = asOf;
  }

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("counts", TypeInformation.of(Cell.class), Types.LONG));
    told =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("told", TypeInformation.of(Row.class), Types.BOOLEAN));
    closed = getRuntimeContext().getState(new ValueStateDescriptor<>("closed", Types.LONG));
  }

  @Override
  public void processElement(HourChange change, Context ctx, Collector<Partial> out)
      throws Exception {
    long last = lastClosed();
    if (change.hour() < last) {
      return;
    }
    Cell cell =
        new Cell(change.region(), change.queue(), change.window(), change.hour(), change.outcome());
    Long before = counts.get(cell);
    counts.put(cell, (before == null ? 0 : before) + change.more());
    if (change.hour() == last) {
      tell(new Row(change.region(), change.queue(), change.window()), last, out);
    } else {
      ctx.timerService().registerEventTimeTimer(end(change.hour()));
    }
  }

  private long lastClosed() throws Exception {
    Long last = closed.value();
    return last == null ? Long.MIN_VALUE : last;
  }

  /** The last instant of an hour: all of it is there when time has reached that. */
  private static long end(long hour) {
    return (hour + 1) * HourChange.MILLIS - 1;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Partial> out) throws Exception {
    if (timestamp >= asOf) {
      return;
    }
    long hour = Math.floorDiv(timestamp, HourChange.MILLIS);
    closed.update(hour);
    Set<Row> rows = new HashSet<>();
    told.keys().forEach(rows::add);
    List<Cell> over = new ArrayList<>();
    for (Cell cell : counts.keys()) {
      if (cell.hour() == hour) {
        rows.add(new Row(cell.region(), cell.queue(), cell.window()));
      } else if (cell.hour() < hour) {
        over.add(cell);
      }
    }
    for (Cell cell : over) {
      counts.remove(cell);
    }
    for (Row row : rows) {
      tell(row, hour, out);
    }
    boolean more = ctx.timerService().currentWatermark() < Long.MAX_VALUE;
    if (more && told.keys().iterator().hasNext()) {
      ctx.timerService().registerEventTimeTimer(end(hour + 1)); // to say that there is none then
    }
  }

  private void tell(Row row, long hour, Collector<Partial> out) throws Exception {
    OutcomeCounts outcomes = new OutcomeCounts();
    for (Outcome outcome : Outcome.values()) {
      Long count = counts.get(new Cell(row.region(), row.queue(), row.window(), hour, outcome));
      outcomes.add(outcome, count == null ? 0 : count);
    }
    if (outcomes.isEmpty()) {
      told.remove(row);
    } else {
      told.put(row, true);
    }
    for (ServiceLevel definition : ServiceLevel.values()) {
      List<String> labels = List.of(row.region(), row.queue(), definition.label(), row.window());
      long all = definition.of(outcomes);
      Total ratio =
          definition.ratio(outcomes).isEmpty()
              ? Total.ABSENT
              : new Total(
                  Math.round(definition.ratio(outcomes).getAsDouble() * MILLIONTHS), List.of());
      out.collect(new Partial(new Series(Measure.CALL_SERVICE_LEVEL_RATIO, labels), ratio));
      out.collect(
          new Partial(
              new Series(Measure.CALL_SERVICE_LEVEL_CALLS, labels),
              outcomes.isEmpty() ? Total.ABSENT : new Total(all, List.of())));
    }
  }
}

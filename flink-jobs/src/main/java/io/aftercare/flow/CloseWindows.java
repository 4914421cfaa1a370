package io.aftercare.flow;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.measure.WindowGauges;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.PanePart;
import io.aftercare.domain.window.Span;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.domain.window.WindowTerms;
import io.aftercare.domain.window.Windows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Closes windows as event time passes their ends, says again what late contributions change, and
 * tells the figures of those that closed last. All regions are under one key: what arrives is
 * pre-aggregated. Time is looked at once a minute, and only while anything is to close. At the end
 * of a bounded input everything has closed that ended by {@code asOf}, and nothing later. A live
 * job's input does not end: if event time does, the job is being stopped, and what goes on later
 * from its state closes the rest.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class CloseWindows extends KeyedProcessFunction<String, PanePart, WindowEntry> {
  private static final long serialVersionUID = 1;
  private static final String STREAM = "tickets";

  /** Levels and counts of windows. */
  public static final OutputTag<Partial> FIGURES =
      new OutputTag<>("window-figures", TypeInformation.of(Partial.class));

  /** A region's window of one span. */
  public record Row(String region, String span) {}

  /** Which of a row closed last, and of which slas it had verdicts. */
  public record Told(long end, List<String> slas) {}

  private final WindowTerms terms;
  private final long asOf;

  private transient KeepWindows kept;
  private transient ValueState<Long> reached;
  private transient MapState<Row, Told> told;
  private transient MapState<String, Long> lastEvents;
  private transient @Nullable Windows windows;
  private transient boolean ended;

  /**
   * @param asOf the end of time, ms: what has not ended by then never closes; {@link
   *     Long#MAX_VALUE} when live
   */
  public CloseWindows(WindowTerms terms, long asOf) {
    this.terms = terms;
    this.asOf = asOf;
  }

  @Override
  public void open(OpenContext context) {
    kept = new KeepWindows(getRuntimeContext());
    reached = getRuntimeContext().getState(new ValueStateDescriptor<>("reached", Types.LONG));
    told =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "told", TypeInformation.of(Row.class), TypeInformation.of(Told.class)));
    lastEvents =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("last-events", Types.STRING, Types.LONG));
  }

  private Windows windows() throws Exception {
    if (windows == null) {
      Long before = reached.value();
      boolean known = before != null && before < Windows.END; // at the end, as once at a stop
      windows = kept.restore(terms, known ? before : Windows.BEGINNING);
    }
    return windows;
  }

  @Override
  public void processElement(PanePart part, Context ctx, Collector<WindowEntry> out)
      throws Exception {
    Consumer<Partial> figures = partial -> ctx.output(FIGURES, partial);
    long now = now(ctx.timerService().currentWatermark());
    boolean inTime = say(out, figures, closed -> windows().add(part, now, closed));
    if (!inTime) {
      figures.accept(
          new Partial(
              new Series(Measure.WINDOW_LATE, List.of(part.region())),
              new Total(part.contributions(), List.of())));
    }
    lastEvent(part, figures);
    if (!live()) {
      ctx.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }
    lookAgain(Math.max(part.minute(), windows().reached()), ctx.timerService());
  }

  private void lastEvent(PanePart part, Consumer<Partial> figures) throws Exception {
    Long last = lastEvents.get(part.region());
    if (part.lastEvent() > (last == null ? Long.MIN_VALUE : last)) {
      lastEvents.put(part.region(), part.lastEvent());
      figures.accept(
          new Partial(
              new Series(Measure.REGION_LAST_EVENT, List.of(part.region(), STREAM)),
              WindowGauges.level(part.lastEvent())));
    }
  }

  /** When the minute that begins then is over. */
  private static void lookAgain(long minute, TimerService timers) {
    long end = minute + Span.MINUTE - 1;
    if (end > timers.currentWatermark()) {
      timers.registerEventTimeTimer(end);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<WindowEntry> out)
      throws Exception {
    long watermark = ctx.timerService().currentWatermark();
    boolean over = watermark == Long.MAX_VALUE;
    if (ended || (over && live())) {
      return;
    }
    ended = over;
    long now = now(watermark);
    say(
        out,
        partial -> ctx.output(FIGURES, partial),
        closed -> {
          if (ended) {
            windows().end(now, closed);
          } else {
            windows().advance(now, closed);
          }
          return true;
        });
    if (!ended && !windows().isEmpty()) {
      lookAgain(windows().reached(), ctx.timerService());
    }
  }

  /**
   * All that happened before this instant is there, but for what is late. After a restart, before
   * event time is known again, it is as far as it had come.
   */
  private long now(long watermark) throws Exception {
    long reached = windows().reached();
    return watermark < reached || (watermark == Long.MAX_VALUE && live())
        ? reached
        : Math.max(reached, Math.min(Math.min(watermark, Windows.END - 1) + 1, asOf));
  }

  private boolean live() {
    return asOf == Long.MAX_VALUE;
  }

  /** What closes windows, and says so; whether it was in time. */
  private interface Closing {
    boolean close(Consumer<WindowEntry> closed) throws Exception;
  }

  private boolean say(Collector<WindowEntry> out, Consumer<Partial> figures, Closing closing)
      throws Exception {
    long before = windows().reached();
    Map<Row, WindowEntry> last = new LinkedHashMap<>();
    boolean inTime =
        closing.close(
            entry -> {
              out.collect(entry);
              if (entry.dimension() == Dimension.REGION && entry.region() != null) {
                last.put(new Row(entry.region(), entry.span()), entry);
              }
            });
    for (Map.Entry<Row, WindowEntry> each : last.entrySet()) {
      tell(each.getKey(), each.getValue(), figures);
    }
    if (windows().reached() > before) {
      reached.update(windows().reached());
      figures.accept(
          new Partial(
              new Series(Measure.WINDOW_END, List.of()), WindowGauges.level(windows().reached())));
    }
    return inTime;
  }

  /** A window that was corrected is told of unless a later one closed since. */
  private void tell(Row row, WindowEntry entry, Consumer<Partial> figures) throws Exception {
    Told before = told.get(row);
    if (before != null && before.end() > entry.end()) {
      return;
    }
    WindowGauges.of(
        entry,
        before == null ? List.of() : before.slas(),
        (series, total) -> figures.accept(new Partial(series, total)));
    told.put(row, new Told(entry.end(), new ArrayList<>(WindowGauges.slas(entry))));
  }
}

package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.WindowMeasures;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.RuleReader;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.Details;
import io.aftercare.domain.ticket.Phase;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import io.aftercare.flow.wire.TicketState;
import io.aftercare.flow.wire.WireType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every ticket's life and judges its clocks. Asks {@link TicketLife} one question per event
 * and one per timer; says what changed.
 *
 * <p>At most one live timer per ticket: the next instant at which anything about it can change. A
 * timer that fires after an earlier one took over is a no-op, counted as {@code staleTimers} among
 * the job's own metrics. Domain time never passes {@code asOf}.
 *
 * <p>Rules that are published while it runs apply without a restart; state keeps those it took.
 *
 * <p>The history keeps events without what its keys say already: ticket and event id.
 */
public final class JudgeTickets
    extends KeyedBroadcastProcessFunction<String, Arrival<TicketEvent>, PublishedRule, Delta>
    implements CheckpointedFunction {
  private static final String STREAM = "tickets";
  private static final ValueStateDescriptor<TicketState> TICKETS =
      new ValueStateDescriptor<>("ticket", WireType.STATE);
  private static final Delta APPLIED = Delta.one(Measure.EVENTS, STREAM, "applied");
  private static final Delta UNKNOWN_CALENDAR =
      Delta.one(Measure.EVENTS_UNKNOWN_VALUE, STREAM, "calendar_id");

  private final Rulebook rules;
  private final RuleReader reader;
  private final RuleArchive archive;
  private final long retentionMillis;
  private final long asOf;

  private transient RulesInForce inForce;

  @SuppressWarnings("NullAway.Init") // given by the operator as it opens
  private transient TimerService timers;

  private transient TicketLife life;
  private transient boolean rearmsOnNextRule;
  private transient ValueState<TicketState> tickets;
  private transient MapState<String, TicketEvent> history;
  private transient Counter staleTimers;

  /**
   * @param rules in force before any is taken from the stream of published ones
   * @param archive what is published; read when the job comes back, before its first ticket
   * @param retentionMillis how long the history of a closed ticket is kept, ms
   * @param asOf the end of time, ms; {@link Long#MAX_VALUE} when live
   */
  public JudgeTickets(
      Rulebook rules, RuleReader reader, RuleArchive archive, long retentionMillis, long asOf) {
    this.rules = rules;
    this.reader = reader;
    this.archive = archive;
    this.retentionMillis = retentionMillis;
    this.asOf = asOf;
  }

  /** For the operator, which owns the timers that rules re-arm. */
  void timers(TimerService service) {
    timers = service;
  }

  /** For the operator, which sees time go by: says what is in force. */
  void timeIs(long instant, Consumer<Delta> out) {
    if (isFirst()) {
      inForce.tell(Math.min(instant, asOf - 1), out);
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    inForce = new RulesInForce(rules, reader, context.getOperatorStateStore());
    if (context.isRestored()) {
      catchUp();
    }
  }

  /**
   * Takes what was published while the job was away, so that no ticket is judged without it. The
   * stream brings it once more: then tickets are re-armed, and what is refused is counted.
   */
  private void catchUp() throws Exception {
    Rulebook before = inForce.rules();
    for (PublishedRule rule : archive.published()) {
      inForce.take(rule, false, unused -> {});
    }
    rearmsOnNextRule = !before.takesOverWhen(inForce.rules());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    inForce.save(isFirst());
  }

  @Override
  public void processBroadcastElement(PublishedRule rule, Context ctx, Collector<Delta> out)
      throws Exception {
    Rulebook before = inForce.rules();
    if (inForce.take(rule, isFirst(), out::collect)) {
      life = new TicketLife(inForce.rules());
    }
    if (rearmsOnNextRule || !before.takesOverWhen(inForce.rules())) {
      rearmsOnNextRule = false;
      ctx.applyToKeyedState(TICKETS, (ticketId, state) -> rearm(state));
    }
    timeIs(ctx.currentProcessingTime(), out::collect); // event time may be long in coming
  }

  private boolean isFirst() {
    return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
  }

  /** A new rule may take over clocks before their timer would fire. */
  private void rearm(ValueState<TicketState> state) throws IOException {
    TicketState was = state.value();
    long next = was == null ? Long.MAX_VALUE : life.nextInstant(was.ticket());
    if (was != null && next < was.armedAt() && next < asOf) {
      timers.registerEventTimeTimer(next);
      state.update(
          new TicketState(was.ticket(), next, was.ledgerRevision(), was.milestoneRevision()));
    }
  }

  @Override
  public void open(OpenContext context) {
    life = new TicketLife(inForce.rules());
    staleTimers = getRuntimeContext().getMetricGroup().counter("staleTimers");
    tickets = getRuntimeContext().getState(TICKETS);
    history =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("history", WireType.TEXT, WireType.EVENT));
  }

  @Override
  public void processElement(
      Arrival<TicketEvent> arrival, ReadOnlyContext ctx, Collector<Delta> out) throws Exception {
    TicketEvent event = arrival.event();
    TicketEvent seen = history.get(event.eventId());
    if (event.made()) {
      told(arrival, seen, ctx, out);
      return;
    }
    if (seen != null) {
      repeated(arrival, seen, ctx, out);
      return;
    }
    Say say = new Say(ctx, event.ticketId(), out, tickets.value());
    if (say.ticket() == null && tooOld(event, ctx)) {
      result("late_dropped", out);
      ctx.output(TicketOutputs.REJECTIONS, lateDropped(arrival));
      return;
    }
    history.put(event.eventId(), event.named("", ""));
    out.collect(APPLIED);
    String calendar = event.stated().calendar();
    if (calendar != null && !inForce.rules().hasCalendar(calendar)) {
      out.collect(UNKNOWN_CALENDAR);
    }
    judge(say, event, null, arrival);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Delta> out) throws Exception {
    TicketState state = tickets.value();
    if (state == null || state.armedAt() != timestamp) {
      staleTimers.inc();
      if (state == null) {
        forgetTold(timestamp);
      }
      return;
    }
    Say say = new Say(ctx, ctx.getCurrentKey(), out, state);
    say.disarm();
    say.advance(timestamp);
    if (forgetAt(state.ticket()) <= timestamp) {
      say.forget();
      tickets.clear();
      history.clear();
    } else {
      say.save();
    }
  }

  /**
   * Another ticket was merged into this one, or a call may concern it, or what is known of that
   * changed. It opens no ticket: where there is none yet, it waits for one, as long as a closed
   * ticket would be kept.
   */
  private void told(
      Arrival<TicketEvent> arrival,
      @Nullable TicketEvent seen,
      ReadOnlyContext ctx,
      Collector<Delta> out)
      throws Exception {
    TicketEvent event = arrival.event();
    TicketEvent kept = event.named("", "");
    if (kept.equals(seen)) {
      return;
    }
    history.put(event.eventId(), kept);
    Say say = new Say(ctx, event.ticketId(), out, tickets.value());
    if (say.ticket() == null) {
      ctx.timerService().registerEventTimeTimer(event.occurredAt() + retentionMillis);
      return;
    }
    judge(say, event, seen, arrival);
  }

  /** Of a ticket that never was: what waited for it long enough. */
  private void forgetTold(long now) throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, TicketEvent> waiting : history.entries()) {
      if (waiting.getValue().occurredAt() + retentionMillis <= now) {
        over.add(waiting.getKey());
      }
    }
    for (String eventId : over) {
      history.remove(eventId);
    }
  }

  private void judge(
      Say say, TicketEvent event, @Nullable TicketEvent seen, Arrival<TicketEvent> arrival)
      throws IOException {
    long reached = Math.min(arrival.domainTime(), asOf - 1);
    say.advance(reached);
    say.apply(event, seen);
    say.advance(reached);
    say.save();
  }

  private void repeated(
      Arrival<TicketEvent> arrival, TicketEvent seen, ReadOnlyContext ctx, Collector<Delta> out) {
    TicketEvent again = arrival.event();
    if (seen.named(again.eventId(), again.ticketId()).equals(asKept(again, seen))) {
      result("duplicate", out);
      return;
    }
    result("rejected", out);
    out.collect(Delta.one(Measure.EVENTS_REJECTED, STREAM, "conflicting_duplicate"));
    ctx.output(
        TicketOutputs.REJECTIONS,
        Rejection.at(
            arrival.topic(),
            arrival.partition(),
            arrival.offset(),
            "conflicting_duplicate",
            "event_id %s of ticket %s arrived before with other content; the first stands"
                .formatted(again.eventId(), again.ticketId())));
  }

  /** Without its details, if the older version that kept the first did not keep them. */
  private static TicketEvent asKept(TicketEvent again, TicketEvent seen) {
    return seen.details().equals(Details.LOST) ? again.withDetails(Details.LOST) : again;
  }

  private boolean tooOld(TicketEvent event, ReadOnlyContext ctx) {
    long now = ctx.timerService().currentWatermark();
    return now - retentionMillis > event.occurredAt() && now > Long.MIN_VALUE + retentionMillis;
  }

  private Rejection lateDropped(Arrival<TicketEvent> arrival) {
    return Rejection.at(
        arrival.topic(),
        arrival.partition(),
        arrival.offset(),
        "late_dropped",
        "no history is kept of ticket %s, and the event is older than the retention of %d ms"
            .formatted(arrival.event().ticketId(), retentionMillis));
  }

  private static void result(String result, Collector<Delta> out) {
    out.collect(Delta.one(Measure.EVENTS, STREAM, result));
  }

  /**
   * When nothing more is kept of a ticket; never while it is open, a clock runs or its quality is
   * unsettled, nor while one of its events is young enough to be taken for news if it came again.
   */
  private long forgetAt(Ticket ticket) {
    boolean over = ticket.phase() == Phase.CLOSED || ticket.phase() == Phase.VOID;
    boolean waiting =
        ticket.quality().pending() || ticket.clocks().stream().anyMatch(Clock::unsettled);
    long end = Math.max(ticket.endedAt(), ticket.last().occurredAt());
    return !over || waiting || end > Long.MAX_VALUE - retentionMillis
        ? Long.MAX_VALUE
        : end + retentionMillis;
  }

  /** One ticket while it is judged: says each change as it is found, and writes the state back. */
  private final class Say {
    private final ReadOnlyContext ctx;
    private final String ticketId;
    private final Collector<Delta> out;
    private final SayChanges changes;
    private @Nullable Ticket ticket;
    private long armedAt;

    Say(ReadOnlyContext ctx, String ticketId, Collector<Delta> out, @Nullable TicketState state) {
      this.ctx = ctx;
      this.ticketId = ticketId;
      this.out = out;
      this.ticket = state == null ? null : state.ticket();
      this.armedAt = state == null ? TicketState.UNARMED : state.armedAt();
      this.changes =
          new SayChanges(
              ticketId,
              inForce.rules(),
              ctx::output,
              out,
              state == null ? 0 : state.ledgerRevision(),
              state == null ? 0 : state.milestoneRevision());
    }

    @Nullable Ticket ticket() {
      return ticket;
    }

    void disarm() {
      armedAt = TicketState.UNARMED;
    }

    /**
     * Deadline by deadline, so that the log is the same whether timers or a record tell the time.
     */
    void advance(long instant) {
      while (ticket != null && life.nextInstant(ticket) <= instant) {
        TicketLife.Step step = life.go(ticket, life.nextInstant(ticket), this::wholeHistory);
        change(step, this::wholeHistory);
      }
    }

    /**
     * @param seen what was told before under its id, null if it is new
     */
    void apply(TicketEvent event, @Nullable TicketEvent seen) {
      TicketLife.Step step = life.next(ticket, event, this::wholeHistory);
      if (step.late() && !event.made()) {
        out.collect(Delta.one(Measure.EVENTS_LATE, STREAM));
      }
      if (step.skewed() && !event.made()) {
        out.collect(Delta.one(Measure.EVENTS_SKEWED, STREAM));
      }
      change(step, () -> historyBefore(event, seen));
      if (!event.made()) {
        ctx.output(TicketOutputs.CONTRIBUTIONS, WindowMeasures.event(step.ticket(), event));
      }
    }

    private List<TicketEvent> historyBefore(TicketEvent event, @Nullable TicketEvent seen) {
      List<TicketEvent> all = wholeHistory();
      all.removeIf(past -> past.eventId().equals(event.eventId()));
      if (seen != null) {
        all.add(seen.named(event.eventId(), ticketId));
      }
      return all;
    }

    private List<TicketEvent> wholeHistory() {
      try {
        List<TicketEvent> all = new ArrayList<>();
        for (Map.Entry<String, TicketEvent> past : history.entries()) {
          all.add(past.getValue().named(past.getKey(), ticketId));
        }
        return all;
      } catch (Exception e) {
        throw new IllegalStateException("history of a ticket cannot be read", e);
      }
    }

    @SuppressWarnings("ReferenceEquality") // the same snapshot means: nothing happened
    private void change(TicketLife.Step step, Supplier<List<TicketEvent>> before) {
      Ticket now = step.ticket();
      if (now != ticket) {
        changes.change(ticket, now, life.booked(ticket, step, before));
        ticket = now;
      }
    }

    void forget() {
      if (ticket != null) {
        changes.forget(ticket);
      }
    }

    void save() throws IOException {
      if (ticket == null) {
        return;
      }
      long next = Math.min(life.nextInstant(ticket), forgetAt(ticket));
      if (next < armedAt && next < asOf) {
        ctx.timerService().registerEventTimeTimer(next);
        armedAt = next;
      }
      tickets.update(
          new TicketState(ticket, armedAt, changes.ledgerRevision(), changes.milestoneRevision()));
    }
  }
}

package io.aftercare.flow;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallLimits;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.ContactLife;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.RuleReader;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.flow.wire.ContactState;
import io.aftercare.flow.wire.WireType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Folds each contact's events and says what changed. Keeps all events of a contact until the
 * retention after its last; one live timer per contact, armed lazily. Rules in force are told of by
 * the ticket job; here they are only judged by.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState and open before anything else
public final class JudgeCalls
    extends KeyedBroadcastProcessFunction<String, Arrival<CallEvent>, PublishedRule, Delta>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  /** The state that the stream of published rules is broadcast with. */
  public static final MapStateDescriptor<String, PublishedRule> RULES = RulesInForce.TAKEN;

  private static final String STREAM = "calls";
  private static final long UNARMED = Long.MAX_VALUE;

  /** No contact has so many; an id that a switch writes for all its calls would. */
  static final int MOST_EVENTS = 1_000;

  private final Rulebook rules;
  private final RuleReader reader;
  private final RuleArchive archive;
  private final CallLimits limits;
  private final long retentionMillis;
  private final long asOf;

  private transient RulesInForce inForce;
  private transient ContactLife life;
  private transient ValueState<ContactState> contacts;

  /**
   * @param rules in force before any is taken from the stream of published ones
   * @param archive what is published; read when the job comes back, before its first contact
   * @param limits until when it is believed that something goes on
   * @param retentionMillis how long a contact's events are kept after its last, ms
   * @param asOf the end of time, ms; {@link Long#MAX_VALUE} when live
   */
  public JudgeCalls(
      Rulebook rules,
      RuleReader reader,
      RuleArchive archive,
      CallLimits limits,
      long retentionMillis,
      long asOf) {
    this.rules = rules;
    this.reader = reader;
    this.archive = archive;
    this.limits = limits;
    this.retentionMillis = retentionMillis;
    this.asOf = asOf;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    inForce = new RulesInForce(rules, reader, context.getOperatorStateStore());
    if (context.isRestored()) {
      for (PublishedRule rule : archive.published()) {
        inForce.take(rule, false, unused -> {});
      }
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    inForce.save(false);
  }

  @Override
  public void open(OpenContext context) {
    life = new ContactLife(inForce.rules(), limits);
    contacts =
        getRuntimeContext().getState(new ValueStateDescriptor<>("contact", WireType.CONTACT_STATE));
  }

  @Override
  public void processBroadcastElement(PublishedRule rule, Context ctx, Collector<Delta> out)
      throws Exception {
    if (inForce.take(rule, false, unused -> {})) {
      life = new ContactLife(inForce.rules(), limits);
    }
  }

  @Override
  public void processElement(Arrival<CallEvent> arrival, ReadOnlyContext ctx, Collector<Delta> out)
      throws Exception {
    CallEvent event = arrival.event();
    ContactState state = contacts.value();
    CallEvent seen = seen(state, event.eventId());
    if (seen != null) {
      repeated(arrival, seen.equals(event), ctx, out);
    } else if (state == null && tooOld(event, ctx)) {
      lateDropped(arrival, ctx, out);
    } else if (state != null && state.history().size() >= MOST_EVENTS) {
      tooMany(arrival, ctx, out);
    } else {
      result("applied", out);
      apply(arrival, state, ctx, out);
    }
  }

  private void apply(
      Arrival<CallEvent> arrival,
      @Nullable ContactState state,
      ReadOnlyContext ctx,
      Collector<Delta> out)
      throws IOException {
    CallEvent event = arrival.event();
    long reached = Math.min(arrival.domainTime(), asOf - 1);
    Story story = new Story(ctx, out, state);
    story.advance(reached);
    if (ContactLife.late(story.history, event)) {
      out.collect(Delta.one(Measure.EVENTS_LATE, STREAM));
    }
    story.history.add(event);
    Contact now = story.tell();
    if (ContactLife.skewed(now, event)) {
      out.collect(Delta.one(Measure.EVENTS_SKEWED, STREAM));
    }
    story.advance(reached);
    story.save();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Delta> out) throws Exception {
    ContactState state = contacts.value();
    if (state == null || state.armedAt() != timestamp) {
      return; // an earlier one was armed since
    }
    Story story = new Story(ctx, out, state);
    story.armedAt = UNARMED;
    story.advance(timestamp);
    if (forgetAt(story.history, story.said()) <= timestamp) {
      story.forget();
      contacts.clear();
    } else {
      story.save();
    }
  }

  private static @Nullable CallEvent seen(@Nullable ContactState state, String eventId) {
    if (state != null) {
      for (CallEvent each : state.history()) {
        if (each.eventId().equals(eventId)) {
          return each;
        }
      }
    }
    return null;
  }

  private static void repeated(
      Arrival<CallEvent> arrival, boolean same, ReadOnlyContext ctx, Collector<Delta> out) {
    if (same) {
      result("duplicate", out);
      return;
    }
    result("rejected", out);
    out.collect(Delta.one(Measure.EVENTS_REJECTED, STREAM, "conflicting_duplicate"));
    CallEvent again = arrival.event();
    ctx.output(
        TicketOutputs.REJECTIONS,
        arrival.rejected(
            "conflicting_duplicate",
            "event_id %s of contact %s arrived before with other content; the first stands"
                .formatted(again.eventId(), again.contactId())));
  }

  private static void tooMany(
      Arrival<CallEvent> arrival, ReadOnlyContext ctx, Collector<Delta> out) {
    result("rejected", out);
    out.collect(Delta.one(Measure.EVENTS_REJECTED, STREAM, "too_many_events"));
    ctx.output(
        TicketOutputs.REJECTIONS,
        arrival.rejected(
            "too_many_events",
            "contact %s has %d events already; right would be one contact_id for each call"
                .formatted(arrival.event().contactId(), MOST_EVENTS)));
  }

  private boolean tooOld(CallEvent event, ReadOnlyContext ctx) {
    long now = ctx.timerService().currentWatermark();
    return now > Long.MIN_VALUE + retentionMillis && now - retentionMillis > event.occurredAt();
  }

  private void lateDropped(Arrival<CallEvent> arrival, ReadOnlyContext ctx, Collector<Delta> out) {
    result("late_dropped", out);
    ctx.output(
        TicketOutputs.REJECTIONS,
        arrival.rejected(
            "late_dropped",
            "no history is kept of contact %s, and the event is older than the retention of %d ms"
                .formatted(arrival.event().contactId(), retentionMillis)));
  }

  private static void result(String result, Collector<Delta> out) {
    out.collect(Delta.one(Measure.EVENTS, STREAM, result));
  }

  /**
   * When nothing more is kept of a contact: the retention after its last event, but never while a
   * clock of it runs. What still waits then, a call that was promised and never made, is no longer
   * waited for.
   */
  private long forgetAt(List<CallEvent> history, Contact contact) {
    if (contact.clocks().stream().anyMatch(Clock::unsettled)) {
      return Long.MAX_VALUE;
    }
    long last = contact.offeredAt();
    for (CallEvent event : history) {
      last = Math.max(last, event.occurredAt());
    }
    long limited = Math.max(limits.waitMillis(), limits.talkMillis() + limits.wrapUpMillis());
    long keep = Math.max(retentionMillis, limited);
    return last > Long.MAX_VALUE - keep ? Long.MAX_VALUE : last + keep;
  }

  /** One contact while it is judged: says each change as it is found, and writes the state back. */
  private final class Story {
    private final ReadOnlyContext ctx;
    private final SayCalls changes;
    private final List<CallEvent> history;
    private @Nullable Contact said;
    private long reached;
    private long armedAt;

    Story(ReadOnlyContext ctx, Collector<Delta> out, @Nullable ContactState state) {
      this.ctx = ctx;
      history = state == null ? new ArrayList<>() : new ArrayList<>(state.history());
      said = state == null ? null : state.said();
      reached = state == null ? Long.MIN_VALUE : state.reached();
      armedAt = state == null ? UNARMED : state.armedAt();
      changes =
          new SayCalls(
              ctx::output,
              out,
              state == null ? 0 : state.revision(),
              state == null ? 0 : state.ledgerRevision());
    }

    Contact said() {
      if (said == null) {
        throw new IllegalStateException("nothing was said of the contact yet");
      }
      return said;
    }

    /** One instant after the other, so that the log is the same whoever tells the time. */
    void advance(long instant) {
      while (said != null && life.nextInstant(said) <= instant) {
        reached = Math.max(reached, life.nextInstant(said));
        tell();
      }
    }

    Contact tell() {
      Contact now = life.fold(history, reached);
      if (!now.equals(said)) {
        changes.change(said, now);
        said = now;
      }
      return now;
    }

    void forget() {
      changes.forget(said());
    }

    void save() throws IOException {
      long next = Math.min(life.nextInstant(said()), forgetAt(history, said()));
      if (next < armedAt && next < asOf) {
        ctx.timerService().registerEventTimeTimer(next);
        armedAt = next;
      }
      contacts.update(
          new ContactState(
              history, said(), reached, armedAt, changes.revision(), changes.ledgerRevision()));
    }
  }
}

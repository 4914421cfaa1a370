package io.aftercare.flow;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallFacts;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.Calls;
import io.aftercare.domain.ticket.ContactNamed;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.flow.wire.WireType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells tickets of calls: each that names a contact, and each that the contact's own events name,
 * whichever comes first. They are told again when something of it changed. What the call means for
 * a ticket is the ticket's to decide.
 *
 * <p>A contact is forgotten when its newest event, and the newest that named it, are older than the
 * retention. It has one timer.
 */
public final class JoinCalls
    extends KeyedCoProcessFunction<String, ContactNamed, Arrival<CallEvent>, Arrival<TicketEvent>> {
  private static final long serialVersionUID = 1;

  /** It says nothing of time: it may overtake events of the ticket that are still on their way. */
  private static final long NO_TIME = Long.MIN_VALUE;

  private final long retentionMillis;
  private transient MapState<String, CallEvent> calls;
  private transient MapState<String, Boolean> tickets;
  private transient ValueState<Long> newest;

  /**
   * @param retentionMillis how long a contact is remembered after the newest that concerns it, ms
   */
  public JoinCalls(long retentionMillis) {
    this.retentionMillis = retentionMillis;
  }

  @Override
  public void open(OpenContext context) {
    calls =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("calls", WireType.TEXT, WireType.CALL_EVENT));
    tickets =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("tickets", WireType.TEXT, Types.BOOLEAN));
    newest = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Types.LONG));
  }

  /** A ticket names the contact. */
  @Override
  public void processElement1(ContactNamed naming, Context ctx, Collector<Arrival<TicketEvent>> out)
      throws Exception {
    String ticket = naming.ticketId();
    if (!remember(naming.at(), ctx) || tickets.contains(ticket)) {
      return;
    }
    tickets.put(ticket, true);
    CallFacts facts = facts();
    if (facts.known()) {
      tell(ticket, facts, ctx, out);
    }
  }

  /** Something happened to the contact; of two events of one id the first stands. */
  @Override
  public void processElement2(
      Arrival<CallEvent> arrival, Context ctx, Collector<Arrival<TicketEvent>> out)
      throws Exception {
    CallEvent event = arrival.event();
    if (!remember(event.occurredAt(), ctx) || calls.contains(event.eventId())) {
      return;
    }
    CallFacts before = facts();
    calls.put(event.eventId(), CallFacts.essence(event));
    CallFacts after = facts();
    if (!after.equals(before)) {
      tellAll(before, after, ctx, out);
    }
  }

  private void tellAll(
      CallFacts before, CallFacts after, Context ctx, Collector<Arrival<TicketEvent>> out)
      throws Exception {
    Set<String> concerned = new TreeSet<>(before.tickets());
    concerned.addAll(after.tickets());
    tickets.keys().forEach(concerned::add);
    for (String ticket : concerned) {
      if (after.known()) {
        tell(ticket, after, ctx, out);
      } else {
        // It was a call, as far as was known.
        tell(ticket, Clock.NEVER, before.enteredAt(), false, false, ctx, out);
      }
    }
  }

  private static void tell(
      String ticket, CallFacts facts, Context ctx, Collector<Arrival<TicketEvent>> out) {
    tell(
        ticket,
        facts.enteredAt(),
        facts.answered() ? facts.answeredAt() : facts.enteredAt(),
        facts.answered(),
        facts.tickets().contains(ticket),
        ctx,
        out);
  }

  private static void tell(
      String ticket,
      long enteredAt,
      long at,
      boolean answered,
      boolean names,
      Context ctx,
      Collector<Arrival<TicketEvent>> out) {
    TicketEvent told = Calls.told(ticket, ctx.getCurrentKey(), enteredAt, at, answered, names);
    out.collect(new Arrival<>(told, "", 0, 0, NO_TIME));
  }

  /**
   * Whether it is news: what is older than the retention, of a contact of which nothing is known,
   * is a copy of what was forgotten.
   */
  private boolean remember(long at, Context ctx) throws Exception {
    Long known = newest.value();
    if (known == null) {
      long now = ctx.timerService().currentWatermark();
      if (now > Long.MIN_VALUE + retentionMillis && now - retentionMillis >= at) {
        return false;
      }
      ctx.timerService().registerEventTimeTimer(at + retentionMillis);
    }
    if (known == null || known < at) {
      newest.update(at);
    }
    return true;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Arrival<TicketEvent>> out)
      throws Exception {
    Long last = newest.value();
    if (last != null && last + retentionMillis > timestamp) {
      ctx.timerService().registerEventTimeTimer(last + retentionMillis);
      return;
    }
    calls.clear();
    tickets.clear();
    newest.clear();
  }

  private CallFacts facts() throws Exception {
    List<CallEvent> events = new ArrayList<>();
    calls.values().forEach(events::add);
    return CallFacts.of(events);
  }
}

package io.aftercare.launcher.simulate;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.Topics;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The way from the source systems to the topics, with its noise: every event takes some tens to
 * hundreds of milliseconds, a few take seconds to an hour, a few come twice, and so some overtake
 * others. A rare bot reply carries a clock that is behind.
 *
 * <p>Law: occurred_at <= recorded_at <= arrival; the life of tickets, calls and agents does not
 * depend on the noise.
 */
final class Delivery {
  private static final double CLOCK_BEHIND_SHARE = 0.002;
  private static final long SECOND = 1000;

  private record Parcel(long order, SimulatedEvent content) implements Comparable<Parcel> {
    @Override
    public int compareTo(Parcel other) {
      int byTime = Long.compare(content.arrivalMillis(), other.content.arrivalMillis());
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Parcel> underWay = new PriorityQueue<>(1024);
  private final Dice dice;
  private final double lateShare;
  private final double duplicateShare;
  private final @Nullable Silence silence;
  private long sent;

  Delivery(SimulatorSettings settings) {
    this.dice = Dice.of(settings.seed(), "delivery");
    this.lateShare = settings.lateShare();
    this.duplicateShare = settings.duplicateShare();
    this.silence = settings.silence();
  }

  void send(TicketEvent event) {
    Instant occurred = event.getOccurredAt();
    skew(event, occurred.toEpochMilli());
    send(Topics.TICKET_EVENTS, event.getTicketId(), event, occurred, event::setRecordedAt);
  }

  void send(CallEvent event) {
    send(
        Topics.CALL_EVENTS,
        event.getContactId(),
        event,
        event.getOccurredAt(),
        event::setRecordedAt);
  }

  void send(AgentStateEvent event) {
    send(
        Topics.AGENT_STATES,
        event.getAgentRef(),
        event,
        event.getOccurredAt(),
        event::setRecordedAt);
  }

  private void send(
      String topic,
      String key,
      SpecificRecord event,
      Instant happened,
      Consumer<Instant> recorded) {
    long occurred = happened.toEpochMilli();
    long written = occurred + dice.between(0, 40);
    long arrival = written + 5 + (long) dice.exponential(120);
    if (dice.chance(lateShare)) {
      long delay = delayMillis();
      arrival += delay;
      written += dice.chance(0.5) ? delay : 0;
    }
    recorded.accept(Instant.ofEpochMilli(written));
    put(new SimulatedEvent(arrival, topic, key, event));
    if (dice.chance(duplicateShare)) {
      long again = arrival + dice.between(SECOND / 10, 600 * SECOND);
      put(new SimulatedEvent(again, topic, key, event));
    }
  }

  /** 80 % up to a minute, 18 % up to a quarter of an hour, 2 % up to an hour and a quarter. */
  private long delayMillis() {
    double kind = dice.unit();
    if (kind < 0.80) {
      return dice.between(3 * SECOND, 60 * SECOND);
    }
    return kind < 0.98
        ? dice.between(60 * SECOND, 900 * SECOND)
        : dice.between(900 * SECOND, 4500 * SECOND);
  }

  private void skew(TicketEvent event, long occurred) {
    boolean bot =
        event.getEventType() == TicketEventType.AUTO_REPLY && event.getActorType() == ActorType.BOT;
    if (bot && dice.chance(CLOCK_BEHIND_SHARE)) {
      event.setOccurredAt(Instant.ofEpochMilli(occurred - dice.between(5 * SECOND, 90 * SECOND)));
    }
  }

  private void put(SimulatedEvent event) {
    if (silence == null || !silence.holds(event)) {
      deliver(event);
    } else if (!silence.isForEver()) {
      deliver(event.arrivingAt(silence.until().toEpochMilli()));
    }
  }

  private void deliver(SimulatedEvent event) {
    underWay.add(new Parcel(sent++, event));
  }

  /** When the next event arrives; nothing is under way: never. */
  long nextArrival() {
    @Nullable Parcel next = underWay.peek();
    return next == null ? Long.MAX_VALUE : next.content().arrivalMillis();
  }

  SimulatedEvent take() {
    return underWay.remove().content();
  }
}

package io.aftercare.domain.call;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.ShortAbandon;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes call events in a line: what happened, when, and what it states. */
public final class Calls {
  /** Ten o'clock on a Monday. */
  public static final long TEN = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();

  public static final long SECOND = 1_000;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;

  /** Two hours of waiting, twelve of talk, half an hour of wrap-up. */
  public static final CallLimits LIMITS = new CallLimits(2 * HOUR, 12 * HOUR, 30 * MINUTE);

  private final CallEventType type;
  private final long at;
  private String contactId = "C-1";
  private long sequence = CallEvent.UNSEQUENCED;
  private int segment;
  private long recordedAt = CallEvent.NEVER;
  private @Nullable String region;
  private @Nullable String queue;
  private @Nullable String agent;
  private @Nullable String customer;
  private @Nullable String ticket;
  private long talk = CallEvent.NOT_STATED;
  private long hold = CallEvent.NOT_STATED;
  private long wrapUp = CallEvent.NOT_STATED;
  private long dueAt = CallEvent.NEVER;
  private @Nullable String corrects;

  private Calls(CallEventType type, long at) {
    this.type = type;
    this.at = at;
  }

  public static Calls event(CallEventType type, long at) {
    return new Calls(type, at);
  }

  /** So many seconds after ten. */
  public static Calls event(CallEventType type, int seconds) {
    return new Calls(type, TEN + seconds * SECOND);
  }

  /** A caller enters the queue of repairs in region north, so many seconds after ten. */
  public static Calls queued(int seconds) {
    return event(CallEventType.QUEUE_ENTERED, seconds).queue("repairs").in("north");
  }

  public Calls of(String contact) {
    contactId = contact;
    return this;
  }

  public Calls sequence(long number) {
    sequence = number;
    return this;
  }

  public Calls segment(int number) {
    segment = number;
    return this;
  }

  public Calls recorded(long when) {
    recordedAt = when;
    return this;
  }

  public Calls in(String where) {
    region = where;
    return this;
  }

  public Calls queue(String which) {
    queue = which;
    return this;
  }

  public Calls by(String who) {
    agent = who;
    return this;
  }

  public Calls from(String caller) {
    customer = caller;
    return this;
  }

  public Calls about(String ticketId) {
    ticket = ticketId;
    return this;
  }

  /** Talk time as the source measured it, ms. */
  public Calls talk(long millis) {
    talk = millis;
    return this;
  }

  /** Hold time as the source measured it, ms. */
  public Calls hold(long millis) {
    hold = millis;
    return this;
  }

  /** Wrap-up as the source measured it, ms. */
  public Calls wrapUp(long millis) {
    wrapUp = millis;
    return this;
  }

  public Calls due(long when) {
    dueAt = when;
    return this;
  }

  /** The id of the event that this one corrects. */
  public Calls corrects(String eventId) {
    corrects = eventId;
    return this;
  }

  public CallEvent now() {
    return named(type.label() + "@" + at);
  }

  public CallEvent named(String id) {
    return new CallEvent(
        id,
        type,
        contactId,
        sequence,
        segment,
        at,
        recordedAt,
        Channel.VOICE,
        region,
        queue,
        null,
        agent,
        customer,
        ticket,
        talk,
        hold,
        wrapUp,
        dueAt,
        corrects);
  }

  /** What these come to when time has come no further, under these policies. */
  public static Contact told(List<Policy> policies, long reached, Calls... events) {
    return new ContactLife(Rulebook.of(policies), LIMITS)
        .fold(List.of(events).stream().map(Calls::now).toList(), reached);
  }

  /** What these come to at their end, without policies. */
  public static Contact told(Calls... events) {
    return told(List.of(), Long.MIN_VALUE, events);
  }

  /** A threshold for some queues (none named: all), ms. */
  static Policy answer(
      String id, int version, long from, long threshold, ShortAbandon shorts, String... queues) {
    Match match =
        new Match(
            Set.of(), Set.of(queues), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    return new Policy(
        id,
        version,
        from,
        false,
        "call_answer",
        Policy.ACTIVE,
        ClockMetric.CALL_ANSWER,
        0.8,
        match,
        Allowance.all(threshold),
        ClockRules.CALENDAR_TIME,
        shorts);
  }
}

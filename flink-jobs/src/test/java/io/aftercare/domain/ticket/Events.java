package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes ticket events in a line: what happened, when, and which facts it states. */
public final class Events {
  /** Ten o'clock on a Monday. */
  public static final long TEN = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();

  public static final long MINUTE = 60_000;
  public static final long HOUR = 60 * MINUTE;

  private final String eventId;
  private final EventType type;
  private final long at;
  private String ticketId = "T-1";
  private long sequence = TicketEvent.UNSEQUENCED;
  private ActorType actor = ActorType.UNKNOWN;
  private boolean visible = true;
  private @Nullable String region;
  private @Nullable String queue;
  private @Nullable String calendar;
  private @Nullable String corrects;
  private @Nullable String related;
  private @Nullable String contact;
  private ResolutionMode mode = ResolutionMode.UNKNOWN;
  private FollowUpOutcome followUp = FollowUpOutcome.UNKNOWN;
  private long recordedAt = Clock.NEVER;
  private long appointmentEnd = Facts.NOT_DUE;
  private long earlierStart = Clock.NEVER;
  private Channel channel = Channel.UNKNOWN;
  private Priority priority = Priority.UNKNOWN;
  private TicketStatus status = TicketStatus.UNKNOWN;
  private long dueAt = Facts.NOT_DUE;
  private SlaClaim claim = SlaClaim.UNKNOWN;
  private ServiceType service = ServiceType.UNKNOWN;
  private Details details = Details.NONE;

  private Events(EventType type, long at) {
    this.type = type;
    this.at = at;
    this.eventId = type.label() + "@" + at;
  }

  public static Events event(EventType type, long at) {
    return new Events(type, at);
  }

  /** The usual beginning: a customer's P1 mail in region north at the given instant. */
  public static Events created(long at) {
    return event(EventType.CREATED, at)
        .by(ActorType.CUSTOMER)
        .in("north")
        .channel(Channel.EMAIL)
        .priority(Priority.P1);
  }

  public Events of(String ticket) {
    ticketId = ticket;
    return this;
  }

  public Events sequence(long number) {
    sequence = number;
    return this;
  }

  public Events by(ActorType who) {
    actor = who;
    return this;
  }

  public Events internal() {
    visible = false;
    return this;
  }

  public Events in(String where) {
    region = where;
    return this;
  }

  public Events channel(Channel how) {
    channel = how;
    return this;
  }

  public Events priority(Priority how) {
    priority = how;
    return this;
  }

  public Events status(TicketStatus now) {
    status = now;
    return this;
  }

  public Events due(long when) {
    dueAt = when;
    return this;
  }

  public Events claim(SlaClaim what) {
    claim = what;
    return this;
  }

  public Events queue(String which) {
    queue = which;
    return this;
  }

  public Events calendar(String id) {
    calendar = id;
    return this;
  }

  public Events mode(ResolutionMode how) {
    mode = how;
    return this;
  }

  public Events followUp(FollowUpOutcome outcome) {
    followUp = outcome;
    return this;
  }

  public Events recorded(long when) {
    recordedAt = when;
    return this;
  }

  /** The end of the agreed window. */
  public Events appointment(long end) {
    appointmentEnd = end;
    return this;
  }

  /** The id of the event that this one corrects. */
  public Events corrects(String eventId) {
    corrects = eventId;
    return this;
  }

  public Events service(ServiceType what) {
    service = what;
    return this;
  }

  public Events details(Details what) {
    details = what;
    return this;
  }

  /** An answer in hundredths of a scale from 0 to 100. */
  public Events score(int score, boolean tenPoint) {
    return details(new Details(0, 0, score, tenPoint, 0));
  }

  /** The device that it is about. */
  public Events asset(long asset) {
    return details(new Details(0, asset, Details.NO_SCORE, false, 0));
  }

  /** How many fields of the intake were left empty. */
  public Events missing(int fields) {
    return details(new Details(0, 0, Details.NO_SCORE, false, fields));
  }

  /** The ticket that this one is merged into. */
  public Events into(String survivor) {
    related = survivor;
    return this;
  }

  /** The contact that it names. */
  public Events contact(String id) {
    contact = id;
    return this;
  }

  /** When the ticket that was merged into this one began. */
  public Events earlierStart(long start) {
    earlierStart = start;
    return this;
  }

  public TicketEvent now() {
    return named(eventId);
  }

  public TicketEvent named(String id) {
    return new TicketEvent(
        id,
        type,
        ticketId,
        sequence,
        at,
        recordedAt,
        actor,
        visible,
        new Facts(
            region,
            null,
            channel,
            service,
            priority,
            status,
            queue,
            null,
            null,
            calendar,
            mode,
            dueAt,
            appointmentEnd),
        claim,
        followUp,
        earlierStart,
        related,
        contact,
        corrects,
        details);
  }
}

package io.aftercare.domain.call;

import io.aftercare.domain.sla.Channel;
import org.jspecify.annotations.Nullable;

/** Writes call events in a line: what happened to contact C, and when. */
public final class CallLines {
  private final CallEventType type;
  private final long at;
  private String id;
  private String contact = "C";
  private long recordedAt = CallEvent.NEVER;
  private Channel channel = Channel.VOICE;
  private @Nullable String ticket;
  private @Nullable String corrects;

  private CallLines(CallEventType type, long at) {
    this.type = type;
    this.at = at;
    this.id = type.label() + "@" + at;
  }

  public static CallLines call(CallEventType type, long at) {
    return new CallLines(type, at);
  }

  public CallLines of(String whichContact) {
    contact = whichContact;
    return this;
  }

  public CallLines named(String eventId) {
    id = eventId;
    return this;
  }

  public CallLines about(@Nullable String whichTicket) {
    ticket = whichTicket;
    return this;
  }

  public CallLines by(Channel how) {
    channel = how;
    return this;
  }

  public CallLines recorded(long when) {
    recordedAt = when;
    return this;
  }

  public CallLines corrects(String eventId) {
    corrects = eventId;
    return this;
  }

  public CallEvent now() {
    return new CallEvent(
        id,
        type,
        contact,
        CallEvent.UNSEQUENCED,
        0,
        at,
        recordedAt,
        channel,
        "north",
        "repairs",
        null,
        "agent",
        "customer",
        ticket,
        CallEvent.NOT_STATED,
        CallEvent.NOT_STATED,
        CallEvent.NOT_STATED,
        CallEvent.NEVER,
        corrects);
  }
}

package io.aftercare.flow.wire;

import io.aftercare.domain.call.CallEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serializes an event of a contact: bits that say what is there, then the values. */
public final class CallEventSerializer extends WireSerializer<CallEvent> {
  private static final long serialVersionUID = 1;

  private static final int AGENT = 1;
  private static final int CUSTOMER = 1 << 1;
  private static final int TICKET = 1 << 2;
  private static final int CORRECTS = 1 << 3;
  private static final int SEQUENCED = 1 << 4;
  private static final int SPANS = 1 << 5;

  @Override
  void write(CallEvent e, WireWriter out) {
    int bits = bits(e);
    out.unsigned(bits);
    out.text(e.eventId());
    out.text(e.contactId());
    out.constant(CallIds.EVENT_TYPES, e.type());
    out.signed(e.occurredAt());
    out.instant(e.recordedAt(), e.occurredAt());
    if (has(bits, SEQUENCED)) {
      out.signed(e.sequence());
    }
    out.unsigned(e.segment());
    out.constant(WireIds.CHANNELS, e.channel());
    out.name(e.region());
    out.name(e.queue());
    out.name(e.fromQueue());
    optional(e.agentRef(), out);
    optional(e.customerRef(), out);
    optional(e.ticketId(), out);
    if (has(bits, SPANS)) {
      out.signed(e.talkMillis());
      out.signed(e.holdMillis());
      out.signed(e.wrapUpMillis());
    }
    out.instant(e.callbackDueAt(), e.occurredAt());
    optional(e.correctsEventId(), out);
  }

  @Override
  CallEvent read(WireReader in) {
    int bits = in.count();
    String eventId = in.text();
    String contactId = in.text();
    var type = in.constant(CallIds.EVENT_TYPES);
    long occurredAt = in.signed();
    long recordedAt = in.instant(occurredAt);
    boolean spans = has(bits, SPANS);
    return new CallEvent(
        eventId,
        type,
        contactId,
        has(bits, SEQUENCED) ? in.signed() : CallEvent.UNSEQUENCED,
        in.count(),
        occurredAt,
        recordedAt,
        in.constant(WireIds.CHANNELS),
        in.name(),
        in.name(),
        in.name(),
        has(bits, AGENT) ? in.text() : null,
        has(bits, CUSTOMER) ? in.text() : null,
        has(bits, TICKET) ? in.text() : null,
        spans ? in.signed() : CallEvent.NOT_STATED,
        spans ? in.signed() : CallEvent.NOT_STATED,
        spans ? in.signed() : CallEvent.NOT_STATED,
        in.instant(occurredAt),
        has(bits, CORRECTS) ? in.text() : null);
  }

  private static int bits(CallEvent e) {
    boolean spans =
        e.talkMillis() != CallEvent.NOT_STATED
            || e.holdMillis() != CallEvent.NOT_STATED
            || e.wrapUpMillis() != CallEvent.NOT_STATED;
    return (e.agentRef() != null ? AGENT : 0)
        | (e.customerRef() != null ? CUSTOMER : 0)
        | (e.ticketId() != null ? TICKET : 0)
        | (e.correctsEventId() != null ? CORRECTS : 0)
        | (e.sequenced() ? SEQUENCED : 0)
        | (spans ? SPANS : 0);
  }

  private static boolean has(int bits, int bit) {
    return (bits & bit) != 0;
  }

  private static void optional(@Nullable String text, WireWriter out) {
    if (text != null) {
      out.text(text);
    }
  }

  @Override
  public CallEventSerializer duplicate() {
    return new CallEventSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<CallEvent> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(CallEventSerializer::new));
    }
  }
}

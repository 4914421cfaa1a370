package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.Details;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serializes an event: bits that say what is there, then ids, what happened, and the facts. */
public final class TicketEventSerializer extends WireSerializer<TicketEvent> {
  private static final long serialVersionUID = 1;

  private static final int VISIBLE = 1;
  private static final int SEQUENCED = 1 << 1;
  private static final int RELATED = 1 << 2;
  private static final int CONTACT = 1 << 3;
  private static final int CORRECTS = 1 << 4;
  private static final int RECORDED = 1 << 5;
  private static final int FOLLOWED_UP = 1 << 6;
  private static final int EARLIER = 1 << 7;
  private static final int DETAILED = 1 << 8;

  @Override
  void write(TicketEvent event, WireWriter out) {
    writeEvent(event, out);
  }

  @Override
  TicketEvent read(WireReader in) {
    return readEvent(in);
  }

  static void writeEvent(TicketEvent e, WireWriter out) {
    out.unsigned(bits(e));
    out.text(e.eventId());
    out.text(e.ticketId());
    out.constant(WireIds.EVENT_TYPES, e.type());
    if (e.sequence() != TicketEvent.UNSEQUENCED) {
      out.signed(e.sequence());
    }
    out.signed(e.occurredAt());
    if (e.recordedAt() != Clock.NEVER) {
      out.instant(e.recordedAt(), e.occurredAt());
    }
    out.constant(WireIds.ACTORS, e.actor());
    FactsWire.write(e.stated(), e.occurredAt(), out);
    out.constant(WireIds.CLAIMS, e.claim());
    if (e.followUp() != FollowUpOutcome.UNKNOWN) {
      out.constant(WireIds.OUTCOMES, e.followUp());
    }
    if (e.earlierStart() != Clock.NEVER) {
      out.instant(e.earlierStart(), e.occurredAt());
    }
    optional(e.relatedTicketId(), out);
    optional(e.contactId(), out);
    optional(e.correctsEventId(), out);
    if (!e.details().equals(Details.NONE)) {
      DetailsWire.write(e.details(), out);
    }
  }

  static TicketEvent readEvent(WireReader in) {
    int bits = in.count();
    String eventId = in.text();
    String ticketId = in.text();
    var type = in.constant(WireIds.EVENT_TYPES);
    long sequence = has(bits, SEQUENCED) ? in.signed() : TicketEvent.UNSEQUENCED;
    long occurredAt = in.signed();
    long recordedAt = has(bits, RECORDED) ? in.instant(occurredAt) : Clock.NEVER;
    return new TicketEvent(
        eventId,
        type,
        ticketId,
        sequence,
        occurredAt,
        recordedAt,
        in.constant(WireIds.ACTORS),
        has(bits, VISIBLE),
        FactsWire.read(occurredAt, in),
        in.constant(WireIds.CLAIMS),
        has(bits, FOLLOWED_UP) ? in.constant(WireIds.OUTCOMES) : FollowUpOutcome.UNKNOWN,
        has(bits, EARLIER) ? in.instant(occurredAt) : Clock.NEVER,
        has(bits, RELATED) ? in.text() : null,
        has(bits, CONTACT) ? in.text() : null,
        has(bits, CORRECTS) ? in.text() : null,
        has(bits, DETAILED) ? DetailsWire.read(in) : Details.NONE);
  }

  private static int bits(TicketEvent e) {
    return (e.visible() ? VISIBLE : 0)
        | (e.sequence() != TicketEvent.UNSEQUENCED ? SEQUENCED : 0)
        | (e.relatedTicketId() != null ? RELATED : 0)
        | (e.contactId() != null ? CONTACT : 0)
        | (e.correctsEventId() != null ? CORRECTS : 0)
        | (e.recordedAt() != Clock.NEVER ? RECORDED : 0)
        | (e.followUp() != FollowUpOutcome.UNKNOWN ? FOLLOWED_UP : 0)
        | (e.earlierStart() != Clock.NEVER ? EARLIER : 0)
        | (e.details().equals(Details.NONE) ? 0 : DETAILED);
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
  public TicketEventSerializer duplicate() {
    return new TicketEventSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 3; 1 knew fewer facts and clocks, 2 no details. */
  public static final class Snapshot extends WireSnapshot<TicketEvent> {
    /** For Flink. */
    public Snapshot() {
      super(
          List.of(TicketEventVersion1::new, TicketEventVersion2::new, TicketEventSerializer::new));
    }
  }
}

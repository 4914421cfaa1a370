package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.Details;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.TicketEvent;

/** Reads events as version 1 wrote them: without calendar, appointment, follow-up, recording. */
final class TicketEventVersion1 extends OldVersion<TicketEvent> {
  private static final long serialVersionUID = 1;

  private static final int VISIBLE = 1;
  private static final int SEQUENCED = 1 << 1;
  private static final int RELATED = 1 << 2;
  private static final int CONTACT = 1 << 3;
  private static final int CORRECTS = 1 << 4;

  @Override
  TicketEvent read(WireReader in) {
    int bits = in.count();
    String eventId = in.text();
    String ticketId = in.text();
    var type = in.constant(WireIds.EVENT_TYPES);
    long sequence = (bits & SEQUENCED) != 0 ? in.signed() : TicketEvent.UNSEQUENCED;
    long occurredAt = in.signed();
    return new TicketEvent(
        eventId,
        type,
        ticketId,
        sequence,
        occurredAt,
        Clock.NEVER,
        in.constant(WireIds.ACTORS),
        (bits & VISIBLE) != 0,
        FactsWire.readVersion1(occurredAt, in),
        in.constant(WireIds.CLAIMS),
        FollowUpOutcome.UNKNOWN,
        Clock.NEVER,
        (bits & RELATED) != 0 ? in.text() : null,
        (bits & CONTACT) != 0 ? in.text() : null,
        (bits & CORRECTS) != 0 ? in.text() : null,
        Details.LOST);
  }

  @Override
  public TicketEventVersion1 duplicate() {
    return new TicketEventVersion1();
  }
}

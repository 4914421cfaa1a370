package io.aftercare.flow.wire;

import io.aftercare.domain.ticket.Details;
import io.aftercare.domain.ticket.TicketEvent;

/** Reads events as version 2 wrote them: as today, but their details were not kept. */
final class TicketEventVersion2 extends OldVersion<TicketEvent> {
  private static final long serialVersionUID = 1;

  @Override
  TicketEvent read(WireReader in) {
    return TicketEventSerializer.readEvent(in).withDetails(Details.LOST);
  }

  @Override
  public TicketEventVersion2 duplicate() {
    return new TicketEventVersion2();
  }
}

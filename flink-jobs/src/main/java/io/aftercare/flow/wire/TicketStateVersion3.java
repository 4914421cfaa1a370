package io.aftercare.flow.wire;

import io.aftercare.domain.ticket.Ticket;

/**
 * Reads tickets as version 3 wrote them: without stage and quality. Their next event re-folds the
 * history, which tells both; until then they are in no stage.
 */
final class TicketStateVersion3 extends OldVersion<TicketState> {
  private static final long serialVersionUID = 1;

  @Override
  TicketState read(WireReader in) {
    return state(in);
  }

  static TicketState state(WireReader in) {
    Ticket ticket = TicketStateSerializer.ticket(in, true);
    return new TicketState(ticket, in.instant(ticket.createdAt()), in.signed(), in.signed());
  }

  @Override
  public TicketStateVersion3 duplicate() {
    return new TicketStateVersion3();
  }
}

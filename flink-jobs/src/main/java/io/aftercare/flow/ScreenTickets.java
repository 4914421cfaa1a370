package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.ticket.ContactNamed;
import io.aftercare.domain.ticket.Merges;
import io.aftercare.domain.ticket.TicketEvent;

/** Screens tickets' events, and tells of those that have a say in merges or name a contact. */
public final class ScreenTickets extends ScreenEvents<TicketEvent> {
  private static final long serialVersionUID = 1;

  /** The tickets stream. */
  public ScreenTickets() {
    super("tickets");
  }

  @Override
  protected void admitted(Arrival<TicketEvent> arrival, Context ctx) {
    TicketEvent event = arrival.event();
    if (Merges.concern(event)) {
      ctx.output(TicketOutputs.BEGINNINGS, arrival.with(Merges.essence(event)));
    }
    String contact = event.contactId();
    if (contact != null) {
      ctx.output(
          TicketOutputs.CONTACTS, new ContactNamed(event.ticketId(), contact, event.occurredAt()));
    }
  }
}

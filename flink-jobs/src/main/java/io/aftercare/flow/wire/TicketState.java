package io.aftercare.flow.wire;

import io.aftercare.domain.ticket.Ticket;

/**
 * What the lifecycle keeps of a ticket beside its history.
 *
 * @param armedAt the instant of its one live timer, {@link Long#MAX_VALUE} if none
 * @param ledgerRevision number of the last ledger entry said
 * @param milestoneRevision number of the last milestone entry said
 */
public record TicketState(
    Ticket ticket, long armedAt, long ledgerRevision, long milestoneRevision) {

  /** No timer is set. */
  public static final long UNARMED = Long.MAX_VALUE;
}

package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One record of the ledger log: a clock's whole row and why it is said again.
 *
 * @param revision number within the ticket's ledger log, from 1
 * @param previousVerdict the verdict that was said before, null if none
 */
public record LedgerEntry(
    String ticketId,
    long revision,
    ClockChange.Kind kind,
    @Nullable Verdict previousVerdict,
    @Nullable String originRegion,
    Clock row) {}

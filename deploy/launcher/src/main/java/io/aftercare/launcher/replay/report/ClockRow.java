package io.aftercare.launcher.replay.report;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of the ledger log: the whole row of one clock after one change. Times are UTC, to the
 * ms.
 */
record ClockRow(
    String ticketId,
    String sla,
    String slot,
    String policy,
    int policyVersion,
    int cycle,
    String region,
    Instant openedAt,
    @Nullable Instant warnedAt,
    @Nullable Instant deadline,
    @Nullable Instant settledAt,
    ClockVerdict verdict,
    @Nullable String cause,
    @Nullable Instant stoppedAt,
    long revision,
    ClockChange change,
    @Nullable ClockVerdict previous) {

  static final String ACTIVE = "active";

  static ClockRow of(Verdict verdict, RegionView view) {
    return new ClockRow(
        verdict.getTicketId(),
        verdict.getSla().intern(),
        verdict.getSlot().intern(),
        verdict.getPolicy().intern(),
        verdict.getPolicyVersion(),
        verdict.getCycle(),
        view.of(verdict.getRegion(), verdict.getOriginRegion()),
        verdict.getOpenedAt(),
        verdict.getWarnedAt(),
        verdict.getDeadline(),
        verdict.getSettledAt(),
        verdict.getVerdict(),
        verdict.getCause() == null ? null : verdict.getCause().intern(),
        verdict.getStoppedAt(),
        verdict.getRevision(),
        verdict.getChange(),
        verdict.getPreviousVerdict());
  }

  boolean sameClock(ClockRow other) {
    return cycle == other.cycle && sla.equals(other.sla) && slot.equals(other.slot);
  }

  /** Whether it is the clock by which the reports judge: this SLA in the active slot. */
  boolean judges(String reported) {
    return sla.equals(reported) && isActive();
  }

  /** Whether it counts, and is not a shadow's. */
  boolean isActive() {
    return slot.equals(ACTIVE);
  }
}

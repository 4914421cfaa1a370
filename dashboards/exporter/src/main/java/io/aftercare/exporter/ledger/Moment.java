package io.aftercare.exporter.ledger;

import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a clock.
 *
 * @param at when it took effect, event time; null where the log does not say
 * @param saidAt when the broker got the record that told of it; null if no record here did
 * @param policy the policy that set the deadline from then on; null if that is not known
 * @param deadline as it stood from then on; null while it stands still
 * @param percent of a warning: the share of the time allowed that was used up, %
 * @param previousVerdict of a correction or removal: what had been said
 */
public record Moment(
    What what,
    @Nullable Instant at,
    @Nullable Instant saidAt,
    @Nullable String policy,
    @Nullable Integer policyVersion,
    @Nullable Instant deadline,
    @Nullable Integer percent,
    @Nullable String cause,
    @Nullable ClockVerdict previousVerdict) {

  /** What can happen to a clock. */
  public enum What {
    OPENED,
    /** A late event showed that it opened at another instant: a call that a ticket came of. */
    MOVED,
    WARNED,
    PAUSED,
    RESUMED,
    /** Another policy, version, calendar, time allowed or fixed deadline, before it settled. */
    RETARGETED,
    /** Something else of the row: its region, its priority, an instant. */
    UPDATED,
    MET,
    BREACHED,
    CANCELLED,
    /** The answer came, after the breach. */
    STOPPED,
    /** A late event changed the verdict that had been said. */
    CORRECTED,
    /** A late event showed that the clock never was. */
    REMOVED
  }

  static Moment of(What what, @Nullable Instant at, Verdict row, Instant saidAt) {
    return new Moment(
        what,
        at,
        saidAt,
        row.getPolicy(),
        row.getPolicyVersion(),
        row.getDeadline(),
        null,
        null,
        null);
  }

  /** An opening that no record here tells of: only the instant is known. */
  static Moment openedUnseen(Verdict row) {
    return new Moment(What.OPENED, row.getOpenedAt(), null, null, null, null, null, null, null);
  }

  Moment withPercent(int share) {
    return new Moment(
        what, at, saidAt, policy, policyVersion, deadline, share, cause, previousVerdict);
  }

  Moment withCause(@Nullable String reason) {
    return new Moment(
        what, at, saidAt, policy, policyVersion, deadline, percent, reason, previousVerdict);
  }

  Moment withPrevious(@Nullable ClockVerdict verdict) {
    return new Moment(what, at, saidAt, policy, policyVersion, deadline, percent, cause, verdict);
  }
}

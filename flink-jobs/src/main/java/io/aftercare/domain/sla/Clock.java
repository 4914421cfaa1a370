package io.aftercare.domain.sla;

import io.aftercare.domain.calendar.ServiceCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a ticket: a row of the ledger. It is (sla, slot, cycle) of its ticket; policy,
 * calendar and their versions are attributes. Instants are ms since 1970, {@link #NEVER} where
 * there is none; spans are ms of open time.
 *
 * <p>Laws: it opens once and settles once; {@code stop == deadline} is MET; a breach settles at the
 * deadline, whenever it is noticed; a settled verdict never changes within one fold. While it runs,
 * {@code elapsed(at) = spent + open time from since to at}, and the deadline is the first instant
 * at which that reaches the budget. {@code stateSince} changes with RUNNING and PAUSED alone: new
 * terms under which it goes on in the same state leave it. {@link ClockHand} makes its changes.
 *
 * @param openedIn region that owned the ticket when it opened
 * @param budget open time it may take; for a promised instant the open time until then
 * @param spent open time used up to {@code since}, or up to its settlement
 * @param since from when on it runs on its present terms; NEVER while it stands still and once it
 *     settled
 * @param stateSince since when it runs or stands still, whatever became of its terms meanwhile;
 *     NEVER once it settled, and of a pause that began before this was kept
 * @param deadline NEVER while it stands still
 * @param warnings all it gave, in order
 * @param rearmedAfter how many of them were given under an earlier target
 * @param warnAt when the next warning is due
 * @param region owned the ticket when it settled; until then: owns it now
 */
public record Clock(
    String sla,
    String slot,
    int cycle,
    String policy,
    int policyVersion,
    String calendar,
    int calendarVersion,
    long openedAt,
    @Nullable String openedIn,
    long budget,
    long spent,
    long since,
    long stateSince,
    long deadline,
    List<Warning> warnings,
    int rearmedAfter,
    long warnAt,
    Verdict verdict,
    long settledAt,
    String cause,
    long stoppedAt,
    @Nullable String region,
    Priority priority) {

  /** No such instant. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Keeps what it was given. */
  public Clock {
    warnings = List.copyOf(warnings);
  }

  /** Whether it is not settled yet: it runs or stands still. */
  public boolean unsettled() {
    return verdict == Verdict.RUNNING || verdict == Verdict.PAUSED;
  }

  /** Whether its deadline passed and its stop has not been seen. */
  public boolean overdue() {
    return verdict == Verdict.BREACHED && stoppedAt == NEVER;
  }

  /** Whether it counts, and is not a shadow's. */
  public boolean active() {
    return slot.equals(Policy.ACTIVE);
  }

  /** Whether it counts, is not settled, and warned of the time it is allowed now. */
  public boolean atRisk() {
    return active() && unsettled() && warnedPercent() > 0;
  }

  /** Open time used up at an instant, if nothing happens before; never less than before. */
  public long elapsed(long at, ServiceCalendar calendar) {
    return since == NEVER ? spent : spent + calendar.elapsed(since, at);
  }

  /** The next instant at which it changes if nothing happens, {@link #NEVER} if it does not. */
  public long nextInstant() {
    return unsettled() ? Math.min(warnAt, deadline) : NEVER;
  }

  /** The first warning, {@link #NEVER} if it gave none. */
  public long warnedAt() {
    return warnings.isEmpty() ? NEVER : warnings.get(0).at();
  }

  /** The highest share of the time now allowed that it warned of, %; 0 if none. */
  public int warnedPercent() {
    return warnings.size() > rearmedAfter ? warnings.get(warnings.size() - 1).percent() : 0;
  }
}

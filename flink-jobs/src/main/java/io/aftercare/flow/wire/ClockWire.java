package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock, in bits that say what there is and values that are small: instants by their distance to
 * the one they mostly follow from, so that a clock that was never paused or moved takes few bytes.
 */
final class ClockWire {
  private static final int SETTLED = 1;
  private static final int STANDS_STILL = 1 << 1;
  private static final int WARNED = 1 << 2;
  private static final int REARMED = 1 << 3;

  /** It says since when it is in its state; else that is since when it runs on its terms. */
  private static final int STATE_SINCE = 1 << 4;

  private ClockWire() {}

  static void write(Clock c, long createdAt, WireWriter out) {
    out.unsigned(bits(c));
    out.name(c.sla());
    out.name(c.slot());
    out.signed(c.cycle());
    out.name(c.policy());
    out.signed(c.policyVersion());
    out.name(c.calendar());
    out.signed(c.calendarVersion());
    out.instant(c.openedAt(), createdAt);
    out.name(c.openedIn());
    out.signed(c.budget());
    out.signed(c.spent());
    out.instant(c.deadline(), c.openedAt() + c.budget());
    out.name(c.region());
    out.constant(WireIds.PRIORITIES, c.priority());
    out.constant(WireIds.VERDICTS, c.verdict());
    if (c.since() != Clock.NEVER) {
      out.instant(c.since(), c.openedAt());
    }
    if (c.stateSince() != c.since()) {
      out.instant(c.stateSince(), c.openedAt());
    }
    if (!c.warnings().isEmpty()) {
      out.unsigned(c.warnings().size());
      for (Warning warning : c.warnings()) {
        out.unsigned(warning.percent());
        out.instant(warning.at(), c.openedAt());
      }
    }
    if (c.rearmedAfter() != 0) {
      out.unsigned(c.rearmedAfter());
    }
    if (settled(c)) {
      out.instant(c.settledAt(), c.deadline());
      out.name(c.cause());
      out.instant(c.stoppedAt(), c.settledAt());
    } else {
      out.instant(c.warnAt(), c.openedAt());
    }
  }

  private static int bits(Clock c) {
    return (settled(c) ? SETTLED : 0)
        | (c.since() == Clock.NEVER ? STANDS_STILL : 0)
        | (c.warnings().isEmpty() ? 0 : WARNED)
        | (c.rearmedAfter() == 0 ? 0 : REARMED)
        | (c.stateSince() == c.since() ? 0 : STATE_SINCE);
  }

  /** A clock that is not settled has none of what settling says, a settled one no next warning. */
  private static boolean settled(Clock c) {
    return !c.unsettled();
  }

  static Clock read(long createdAt, WireReader in) {
    int bits = in.count();
    boolean settled = (bits & SETTLED) != 0;
    String sla = in.requiredName();
    String slot = in.requiredName();
    int cycle = (int) in.signed();
    String policy = in.requiredName();
    int policyVersion = (int) in.signed();
    String calendar = in.requiredName();
    int calendarVersion = (int) in.signed();
    long openedAt = in.instant(createdAt);
    String openedIn = in.name();
    long budget = in.signed();
    long spent = in.signed();
    long deadline = in.instant(openedAt + budget);
    String region = in.name();
    var priority = in.constant(WireIds.PRIORITIES);
    var verdict = in.constant(WireIds.VERDICTS);
    long since = (bits & STANDS_STILL) != 0 ? Clock.NEVER : in.instant(openedAt);
    long stateSince = (bits & STATE_SINCE) != 0 ? in.instant(openedAt) : since;
    List<Warning> warnings = (bits & WARNED) != 0 ? warnings(openedAt, in) : List.of();
    int rearmedAfter = (bits & REARMED) != 0 ? in.count() : 0;
    long settledAt = settled ? in.instant(deadline) : Clock.NEVER;
    return new Clock(
        sla,
        slot,
        cycle,
        policy,
        policyVersion,
        calendar,
        calendarVersion,
        openedAt,
        openedIn,
        budget,
        spent,
        since,
        stateSince,
        deadline,
        warnings,
        rearmedAfter,
        settled ? Clock.NEVER : in.instant(openedAt),
        verdict,
        settledAt,
        settled ? in.requiredName() : "",
        settled ? in.instant(settledAt) : Clock.NEVER,
        region,
        priority);
  }

  private static List<Warning> warnings(long openedAt, WireReader in) {
    int size = in.count();
    List<Warning> warnings = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      warnings.add(new Warning(in.count(), in.instant(openedAt)));
    }
    return warnings;
  }
}

package io.aftercare.oracle;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.sla.Warning;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the ledger: all columns that anybody outside can see. */
record Row(
    String sla,
    String slot,
    int cycle,
    String policy,
    int policyVersion,
    String calendar,
    int calendarVersion,
    long openedAt,
    @Nullable String openedIn,
    long deadline,
    long stateSince,
    Verdict verdict,
    long settledAt,
    String cause,
    long stoppedAt,
    @Nullable String region,
    Priority priority,
    List<Warning> warnings) {

  static final Comparator<Row> BY_NAME =
      Comparator.comparing(Row::sla).thenComparing(Row::slot).thenComparingInt(Row::cycle);

  static Row of(Clock c) {
    return new Row(
        c.sla(),
        c.slot(),
        c.cycle(),
        c.policy(),
        c.policyVersion(),
        c.calendar(),
        c.calendarVersion(),
        c.openedAt(),
        c.openedIn(),
        c.deadline(),
        c.stateSince(),
        c.verdict(),
        c.settledAt(),
        c.cause(),
        c.stoppedAt(),
        c.region(),
        c.priority(),
        c.warnings());
  }

  static List<Row> of(List<Clock> clocks) {
    return clocks.stream().map(Row::of).sorted(BY_NAME).toList();
  }

  @Override
  public String toString() {
    return "%s/%s/%d %s v%d on %s v%d, opened %s in %s, due %s, %s since %s at %s by '%s', stopped %s, %s %s, warned %s"
        .formatted(
            sla,
            slot,
            cycle,
            policy,
            policyVersion,
            calendar,
            calendarVersion,
            instant(openedAt),
            openedIn,
            instant(deadline),
            verdict,
            instant(stateSince),
            instant(settledAt),
            cause,
            instant(stoppedAt),
            region,
            priority,
            warnings.stream().map(w -> w.percent() + "% " + instant(w.at())).toList());
  }

  private static String instant(long millis) {
    return millis == Clock.NEVER ? "never" : Instant.ofEpochMilli(millis).toString();
  }
}

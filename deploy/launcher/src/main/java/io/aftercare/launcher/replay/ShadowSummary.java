package io.aftercare.launcher.replay;

import io.aftercare.launcher.replay.report.ShadowTotals;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the shadows would change, in two lines each, for a person; nothing if there are none. */
record ShadowSummary(List<ShadowTotals> shadows) {
  private static final int REGIONS_SHOWN = 3;

  void print(PrintWriter out) {
    List<ShadowTotals> all = shadows.stream().filter(ShadowTotals::isAll).toList();
    if (all.isEmpty()) {
      return;
    }
    out.println("what would change (shadow.csv, flips.csv)");
    for (ShadowTotals shadow : all) {
      out.println("  " + line(shadow));
      String where = where(shadow);
      if (!where.isEmpty()) {
        out.println("    most in " + where);
      }
    }
    out.println();
  }

  /** {@code resolution under strict: 86.2 % met becomes 71.0 %, of 1,204 judged by both; ...}. */
  static String line(ShadowTotals of) {
    return of.n() == 0
        ? "%s under %s: no clock judged by both".formatted(of.sla(), of.slot())
        : String.format(
            Locale.ROOT,
            "%s under %s: %s met becomes %s, of %,d judged by both; %,d more breached, %,d fewer",
            of.sla(),
            of.slot(),
            percent(of.activeMet(), of.n()),
            percent(of.shadowMet(), of.n()),
            of.n(),
            of.flipsToBreached(),
            of.flipsToMet());
  }

  private static String percent(long of, long n) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * of / n);
  }

  private String where(ShadowTotals all) {
    return shadows.stream()
        .filter(s -> !s.isAll() && s.sla().equals(all.sla()) && s.slot().equals(all.slot()))
        .filter(s -> flips(s) > 0)
        .sorted(
            Comparator.comparingLong(ShadowSummary::flips)
                .reversed()
                .thenComparing(ShadowTotals::region))
        .limit(REGIONS_SHOWN)
        .map(s -> s.region() + " (" + flips(s) + ")")
        .collect(Collectors.joining(", "));
  }

  private static long flips(ShadowTotals of) {
    return of.flipsToBreached() + of.flipsToMet();
  }
}

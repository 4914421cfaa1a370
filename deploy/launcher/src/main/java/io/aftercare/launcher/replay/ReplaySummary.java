package io.aftercare.launcher.replay;

import io.aftercare.launcher.replay.feed.LoadSummary;
import io.aftercare.launcher.replay.report.RegionTotals;
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.replay.report.ShadowTotals;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The short table at the end of a replay, for a person. */
record ReplaySummary(
    ReplayOptions options,
    LoadSummary loaded,
    Accounting accounting,
    List<RejectedLine> rejected,
    Instant asOf) {
  private static final int REGIONS_SHOWN = 10;
  private static final int NAME_SHOWN = 40;
  private static final String ROW = "%-40s %9s %9s %9s %9s %9s %9s";

  void print(
      List<RegionTotals> totals, List<ShadowTotals> shadows, Duration took, PrintWriter out) {
    List<RegionTotals> regions =
        totals.stream()
            .filter(region -> !region.isAll())
            .sorted(
                Comparator.comparingLong(RegionTotals::breached)
                    .thenComparingLong(RegionTotals::backlog)
                    .reversed()
                    .thenComparing(RegionTotals::region))
            .toList();
    out.println();
    out.println(
        String.format(
            ROW, "region", "created", "resolved", "reopened", "closed", "breached", "backlog"));
    regions.stream().limit(REGIONS_SHOWN).forEach(region -> row(region, region.region(), out));
    if (regions.size() > REGIONS_SHOWN) {
      out.println("... and " + (regions.size() - REGIONS_SHOWN) + " more regions");
    }
    totals.stream().filter(RegionTotals::isAll).forEach(all -> row(all, "all regions", out));
    out.println();
    new ShadowSummary(shadows).print(out);
    lines(took, out);
    out.flush();
  }

  private static void row(RegionTotals of, String name, PrintWriter out) {
    String shown = name.length() <= NAME_SHOWN ? name : name.substring(0, NAME_SHOWN - 1) + "~";
    out.println(
        String.format(
            ROW,
            shown,
            of.created(),
            of.resolved(),
            of.reopened(),
            of.closed(),
            of.breached(),
            of.backlog()));
  }

  private void lines(Duration took, PrintWriter out) {
    double seconds = Math.max(took.toMillis(), 1) / 1000.0;
    out.println(
        "sla '" + options.sla() + "', as of " + asOf + ", " + loaded.lines() + " lines read");
    out.println(accounting.line() + (accounting.holds() ? "" : "  DOES NOT ADD UP"));
    if (!rejected.isEmpty()) {
      out.println("rejected: " + reasons());
    }
    out.println("corrections of verdicts: " + accounting.corrections());
    out.println(
        String.format(
            Locale.ROOT,
            "%.1f s in all, %,.0f events/s; reports in %s",
            seconds,
            accounting.read() / seconds,
            options.out()));
  }

  private String reasons() {
    Map<String, Long> byReason =
        rejected.stream()
            .collect(
                Collectors.groupingBy(RejectedLine::reason, TreeMap::new, Collectors.counting()));
    return byReason.entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
  }
}

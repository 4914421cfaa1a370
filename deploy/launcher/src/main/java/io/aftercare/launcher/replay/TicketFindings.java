package io.aftercare.launcher.replay;

import io.aftercare.launcher.replay.report.RegionTotals;
import io.aftercare.launcher.replay.report.ShadowTotals;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the tickets, per region, and what the shadows would change. */
record TicketFindings(
    String sla, List<RegionTotals> totals, List<ShadowTotals> shadows, long corrections)
    implements Findings {
  private static final int REGIONS_SHOWN = 10;
  private static final String ROW = "%-40s %9s %9s %9s %9s %9s %9s";

  @Override
  public void print(PrintWriter out) {
    List<RegionTotals> regions =
        totals.stream()
            .filter(region -> !region.isAll())
            .sorted(
                Comparator.comparingLong(RegionTotals::breached)
                    .thenComparingLong(RegionTotals::backlog)
                    .reversed()
                    .thenComparing(RegionTotals::region))
            .toList();
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
  }

  private static void row(RegionTotals of, String name, PrintWriter out) {
    out.println(
        String.format(
            ROW,
            ReplaySummary.shown(name, 40),
            of.created(),
            of.resolved(),
            of.reopened(),
            of.closed(),
            of.breached(),
            of.backlog()));
  }

  @Override
  public String basis() {
    return "sla '" + sla + "'";
  }

  @Override
  public List<String> lines() {
    return List.of("corrections of verdicts: " + corrections);
  }

  @Override
  public @Nullable String contradiction() {
    return null;
  }
}

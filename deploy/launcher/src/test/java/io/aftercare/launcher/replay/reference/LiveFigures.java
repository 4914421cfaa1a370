package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares a replay's last live figures (metrics.prom) with its file per region and hour: what was
 * counted live, net of what was retracted, is what the reports add up to, and every identity
 * balances.
 */
public final class LiveFigures {
  private static final String ALL = "__ALL__";
  private static final List<String> COUNTS =
      List.of("created", "resolved", "reopened", "closed", "breached");
  private static final String BACKLOG = "backlog_end";

  private final PrometheusText live;
  private final List<Map<String, String>> hours;

  private LiveFigures(Path out) {
    this.live = PrometheusText.read(out.resolve("metrics.prom"));
    this.hours = CsvFile.rows(out.resolve("region_hour.csv"));
  }

  /** For a replay by owning region, which is the region that live figures carry. */
  public static void assertEveryRegionEqualsTheReport(Path out) {
    LiveFigures figures = new LiveFigures(out);
    figures.assertEqual(figures.regions());
  }

  /** For a replay by any view: all regions together are the same in each. */
  public static void assertTheSumOfRegionsEqualsTheReport(Path out) {
    new LiveFigures(out).assertEqual(new TreeSet<>(List.of(ALL)));
  }

  private void assertEqual(SortedSet<String> regions) {
    SortedMap<String, Map<String, Long>> reported = new TreeMap<>();
    SortedMap<String, Map<String, Long>> counted = new TreeMap<>();
    for (String region : regions) {
      reported.put(region, reported(region));
      counted.put(region, counted(region));
    }
    assertThat(reported).as("what the report counted").containsKey(ALL);
    assertThat(counted).as("live figures against region_hour.csv").isEqualTo(reported);
    live.assertIdentitiesHold();
  }

  private SortedSet<String> regions() {
    SortedSet<String> regions = new TreeSet<>();
    hours.forEach(row -> regions.add(String.valueOf(row.get("region"))));
    live.samples().stream()
        .filter(each -> each.name().equals("aftercare_tickets_created_total"))
        .forEach(each -> regions.add(each.label("region")));
    return regions;
  }

  private Map<String, Long> reported(String region) {
    Map<String, Long> sums = new TreeMap<>();
    COUNTS.forEach(name -> sums.put(name, 0L));
    sums.put(BACKLOG, 0L);
    for (Map<String, String> row : hours) {
      if (region.equals(row.get("region"))) {
        COUNTS.forEach(name -> sums.merge(name, number(row, name), Long::sum));
        sums.put(BACKLOG, number(row, BACKLOG));
      }
    }
    return sums;
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(String.valueOf(row.get(column)));
  }

  private Map<String, Long> counted(String region) {
    Predicate<PrometheusText.Sample> here =
        each -> region.equals(ALL) || region.equals(each.label("region"));
    Map<String, Long> sums = new TreeMap<>();
    for (String name : List.of("created", "resolved", "reopened", "closed")) {
      sums.put(name, live.net("aftercare_tickets_" + name, here));
    }
    sums.put("breached", live.net("aftercare_sla_verdicts", here.and(LiveFigures::isDueBreach)));
    sums.put(BACKLOG, live.sum("aftercare_backlog_tickets", here));
    return sums;
  }

  private static boolean isDueBreach(PrometheusText.Sample verdicts) {
    return verdicts.label("sla").equals("due")
        && verdicts.label("slot").equals("active")
        && verdicts.label("verdict").equals("breached");
  }
}

package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Windows as a batch computes them: everything that happened, sorted; a window is what lies in
 * [start, end), counted anew for each window, with exact quantiles. Shares nothing with the job.
 * Events are not compared: they are counted in the region that had the ticket when they came.
 */
public final class SlowWindows {
  private static final long MINUTE = 60_000;
  private static final Map<String, Long> LENGTHS =
      Map.of("5m", 5 * MINUTE, "1h", 60 * MINUTE, "24h", 1440 * MINUTE);
  private static final String[] QUANTILES = {"p50", "p90", "p95", "p99"};
  private static final double[] SHARES = {0.5, 0.9, 0.95, 0.99};

  private static final List<String> OF_PARTS =
      List.of(
          "created",
          "resolved",
          "reopened",
          "closed",
          "cancelled",
          "transferred_in",
          "transferred_out",
          "first_response_n",
          "resolution_n",
          "sla_met",
          "sla_breached");

  private final ZoneId zone;
  private final Map<String, List<Fact>> facts = new TreeMap<>();

  /** Something that happened: a column, when, and how long it took if that is measured. */
  private record Fact(long at, String column, @Nullable String durations, long millis) {}

  public SlowWindows(ZoneId zone) {
    this.zone = zone;
  }

  private void add(@Nullable String region, Fact fact) {
    facts.computeIfAbsent(region == null ? "unknown" : region, r -> new ArrayList<>()).add(fact);
    facts.computeIfAbsent("__ALL__", r -> new ArrayList<>()).add(fact);
  }

  private void add(Milestone step) {
    String column =
        switch (step.getKind()) {
          case CREATED -> "created";
          case RESOLVED -> "resolved";
          case REOPENED -> "reopened";
          case CLOSED -> step.getNumber() == 1 ? "closed" : "";
          case CANCELLED, MERGED, SPAM -> "cancelled";
          case TRANSFERRED_IN -> "transferred_in";
          case TRANSFERRED_OUT -> "transferred_out";
          case FIRST_RESPONSE, UNKNOWN -> "";
        };
    String durations =
        step.getKind() == MilestoneKind.RESOLVED
            ? "resolution"
            : step.getKind() == MilestoneKind.FIRST_RESPONSE ? "first_response" : null;
    long at = step.getAt().toEpochMilli();
    add(step.getRegion(), new Fact(at, column, durations, step.getElapsedMillis()));
  }

  private void add(Verdict verdict) {
    Instant settled = verdict.getSettledAt();
    if (settled != null && verdict.getVerdict() != ClockVerdict.CANCELLED) {
      String column = verdict.getVerdict() == ClockVerdict.MET ? "sla_met" : "sla_breached";
      add(verdict.getRegion(), new Fact(settled.toEpochMilli(), column, null, 0));
    }
  }

  /** Adds all that an oracle tells. */
  public SlowWindows of(SlowOracle oracle) {
    oracle.milestones().forEach(this::add);
    oracle.verdicts().forEach(this::add);
    return this;
  }

  /**
   * Fails unless the rows of windows.csv, each standing until the next, are these windows at every
   * full minute up to as-of.
   */
  public void assertEqual(List<Map<String, String>> rows, Instant asOf) {
    Map<String, NavigableMap<Long, Map<String, String>>> told = new HashMap<>();
    for (Map<String, String> row : rows) {
      if ("region".equals(row.get("dimension"))) {
        told.computeIfAbsent(row.get("region") + "/" + row.get("window"), k -> new TreeMap<>())
            .put(Instant.parse(String.valueOf(row.get("end"))).toEpochMilli(), row);
      }
    }
    assertThat(told.keySet()).hasSize(4 * facts.size());
    facts.forEach((region, all) -> all.sort(Comparator.comparingLong(Fact::at)));
    for (String dimension : List.of("priority", "channel_class")) {
      assertPartsAddUp(
          rows.stream().filter(row -> dimension.equals(row.get("dimension"))).toList(), asOf);
    }
    facts.forEach(
        (region, all) -> {
          for (String window : List.of("5m", "1h", "24h", "today")) {
            assertEqual(
                region + "/" + window,
                all,
                window,
                told.getOrDefault(region + "/" + window, new TreeMap<>()),
                asOf.toEpochMilli());
          }
        });
  }

  private void assertEqual(
      String what,
      List<Fact> all,
      String window,
      NavigableMap<Long, Map<String, String>> told,
      long asOf) {
    NavigableSet<Long> ends = new TreeSet<>(told.keySet());
    for (Fact fact : all) {
      long first = Math.floorDiv(fact.at, MINUTE) * MINUTE + MINUTE;
      ends.addAll(List.of(first, first - 1 * MINUTE));
      Long length = LENGTHS.get(window);
      long last = length == null ? midnightAfter(first - 1) : first - MINUTE + length;
      ends.addAll(List.of(last, last + MINUTE));
    }
    long[] times = all.stream().mapToLong(Fact::at).toArray();
    for (long end : ends.headSet(asOf, true)) {
      Map.Entry<Long, Map<String, String>> standing = told.floorEntry(end);
      compare(what + " until " + Instant.ofEpochMilli(end), all, times, window, end, standing);
    }
  }

  /**
   * In every hour the cells of a region are together what happened; of durations nothing is told.
   */
  private void assertPartsAddUp(List<Map<String, String>> rows, Instant asOf) {
    assertThat(rows).isNotEmpty();
    Map<String, Map<String, Long>> told = new HashMap<>();
    for (Map<String, String> row : rows) {
      assertThat(row).containsEntry("events", "0");
      for (String blank : List.of("first_response_sum_s", "resolution_p50_s", "resolution_sum_s")) {
        assertThat(row).containsEntry(blank, "");
      }
      if ("1h".equals(row.get("window"))) {
        Map<String, Long> sums =
            told.computeIfAbsent(row.get("region") + " " + row.get("start"), k -> new HashMap<>());
        for (String column : OF_PARTS) {
          sums.merge(column, Long.parseLong(row.getOrDefault(column, "")), Long::sum);
        }
      }
    }
    told.values().forEach(sums -> sums.values().removeIf(sum -> sum == 0));
    told.values().removeIf(Map::isEmpty); // of other slas only
    assertThat(told).isEqualTo(hours(hour(asOf.toEpochMilli())));
  }

  /** What happened in each hour, counted from midnight, that had ended by then. */
  private Map<String, Map<String, Long>> hours(long end) {
    Map<String, Map<String, Long>> hours = new HashMap<>();
    facts.forEach(
        (region, all) -> {
          for (Fact fact : all) {
            if (!region.equals("__ALL__") && fact.at < end) {
              Map<String, Long> counts =
                  hours.computeIfAbsent(
                      region + " " + Instant.ofEpochMilli(hour(fact.at)), k -> new HashMap<>());
              for (String column : List.of(fact.column, fact.durations + "_n")) {
                if (OF_PARTS.contains(column)) {
                  counts.merge(column, 1L, Long::sum);
                }
              }
            }
          }
        });
    hours.values().removeIf(Map::isEmpty);
    return hours;
  }

  private long hour(long instant) {
    long midnight = midnight(instant);
    return instant - (instant - midnight) % (60 * MINUTE);
  }

  private long midnight(long instant) {
    return Instant.ofEpochMilli(instant)
        .atZone(zone)
        .toLocalDate()
        .atStartOfDay(zone)
        .toInstant()
        .toEpochMilli();
  }

  private long midnightAfter(long instant) {
    return Instant.ofEpochMilli(instant)
        .atZone(zone)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(zone)
        .toInstant()
        .toEpochMilli();
  }

  private void compare(
      String what,
      List<Fact> all,
      long[] times,
      String window,
      long end,
      Map.@Nullable Entry<Long, Map<String, String>> standing) {
    Long length = LENGTHS.get(window);
    long start = length == null ? midnight(end - 1) : end - length;
    Map<String, Long> counts = new HashMap<>();
    Map<String, List<Long>> durations = new HashMap<>();
    for (int i = firstAt(times, start); i < times.length && times[i] < end; i++) {
      Fact fact = all.get(i);
      counts.merge(fact.column, 1L, Long::sum);
      if (fact.durations != null) {
        durations.computeIfAbsent(fact.durations, d -> new ArrayList<>()).add(fact.millis);
      }
    }
    Map<String, String> row = standing == null ? Map.of() : standing.getValue();
    for (String column :
        List.of(
            "created",
            "resolved",
            "reopened",
            "closed",
            "cancelled",
            "transferred_in",
            "transferred_out",
            "sla_met",
            "sla_breached")) {
      long is = Long.parseLong(row.getOrDefault(column, "0"));
      if (is != counts.getOrDefault(column, 0L)) {
        throw new AssertionError(
            "%s, %s: %d, told %d in %s"
                .formatted(what, column, counts.getOrDefault(column, 0L), is, row));
      }
    }
    for (String measure : List.of("first_response", "resolution")) {
      compare(what, measure, durations.getOrDefault(measure, List.of()), row);
    }
  }

  private static void compare(
      String what, String measure, List<Long> millis, Map<String, String> row) {
    if (!row.getOrDefault(measure + "_n", "0").equals(Integer.toString(millis.size()))) {
      throw new AssertionError("%s, %s: %d, told %s".formatted(what, measure, millis.size(), row));
    }
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    for (int q = 0; q < QUANTILES.length && sorted.length > 0; q++) {
      String cell = row.getOrDefault("%s_%s_s".formatted(measure, QUANTILES[q]), "");
      double exact = sorted[(int) Math.ceil(SHARES[q] * sorted.length) - 1] / 1000.0;
      double is = Double.parseDouble(cell);
      if (Math.abs(is - exact) > 0.01 * exact + 0.0005) {
        throw new AssertionError(
            "%s, %s %s: %s, told %s".formatted(what, measure, QUANTILES[q], exact, cell));
      }
    }
    if (sorted.length > 0) {
      String sum = row.getOrDefault(measure + "_sum_s", "");
      assertThat(Math.round(Double.parseDouble(sum) * 1000))
          .as(what)
          .isEqualTo(Arrays.stream(sorted).sum());
    }
  }

  private static int firstAt(long[] times, long start) {
    int at = Arrays.binarySearch(times, start);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && times[at - 1] == start) {
      at--;
    }
    return at;
  }
}

package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.EXPECTED_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.EXPECTED_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.OBSERVED_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.OBSERVED_TICKETS;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.MetricsView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is usual of a region in this hour of the week, beside what it had. As the alert
 * RegionOutsideBand has it, {@code above} or {@code below} is what is farther off than {@value
 * #BAND}, and than chance: of tickets, 3 times the square root of what is usual, of which there
 * must be {@value #LEAST_TICKETS}; of times, of at least {@value #LEAST_ANSWERS} answers in the
 * last hour. Of fewer it says {@code few}; {@code learning} where what is usual is not known yet,
 * {@code none} where nothing was observed.
 */
final class Expectations {
  static final double BAND = 0.15;
  static final int LEAST_TICKETS = 20;
  static final int LEAST_ANSWERS = 100;
  private static final double CHANCE = 3;
  private static final List<String> TICKETS = List.of("created", "resolved", "backlog");
  private static final List<String> TIMES = List.of("first_response", "resolution");

  private Expectations() {}

  /** A row for each figure; none at all while nothing is told of the region. */
  static List<ExpectedRow> of(MetricsView metrics, String region, @Nullable WindowRow hour) {
    Map<String, Double> tickets = figures(metrics, OBSERVED_TICKETS, region);
    Map<String, Double> usual = figures(metrics, EXPECTED_TICKETS, region);
    Map<String, Double> times = figures(metrics, OBSERVED_SECONDS, region);
    Map<String, Double> usualTimes = figures(metrics, EXPECTED_SECONDS, region);
    List<ExpectedRow> rows = new ArrayList<>();
    if (tickets.isEmpty() && times.isEmpty()) {
      return rows;
    }
    for (String figure : TICKETS) {
      Double expected = usual.get(figure);
      double least = expected == null ? 0 : CHANCE * Math.sqrt(expected);
      boolean few = expected != null && expected < LEAST_TICKETS;
      rows.add(row(figure, "tickets", tickets.get(figure), expected, few, least));
    }
    for (String figure : TIMES) {
      boolean few = answers(hour, figure) < LEAST_ANSWERS;
      rows.add(row(figure, "seconds", times.get(figure), usualTimes.get(figure), few, 0));
    }
    return rows;
  }

  private static ExpectedRow row(
      String figure,
      String unit,
      @Nullable Double observed,
      @Nullable Double expected,
      boolean few,
      double least) {
    boolean known = expected != null && expected > 0;
    Double off = observed == null || expected == null || !known ? null : observed / expected - 1;
    return new ExpectedRow(
        figure,
        unit,
        rounded(observed, 1e3),
        rounded(expected, 1e3),
        expected == null ? null : rounded(expected * (1 - BAND), 1e3),
        expected == null ? null : rounded(expected * (1 + BAND), 1e3),
        rounded(off, 1e4),
        standing(observed, expected, few, least));
  }

  private static String standing(
      @Nullable Double observed, @Nullable Double expected, boolean few, double least) {
    if (observed == null) {
      return "none";
    }
    if (expected == null) {
      return "learning";
    }
    if (few) {
      return "few";
    }
    double by = observed - expected;
    if (Math.abs(by) <= BAND * expected || Math.abs(by) <= least) {
      return "as_usual";
    }
    return by > 0 ? "above" : "below";
  }

  private static long answers(@Nullable WindowRow hour, String figure) {
    if (hour == null) {
      return 0;
    }
    return figure.equals("resolution") ? hour.resolution().count() : hour.firstResponse().count();
  }

  private static Map<String, Double> figures(
      MetricsView metrics, MetricCatalogue metric, String region) {
    Map<String, Double> figures = new HashMap<>();
    for (Level level : metrics.levels(metric)) {
      if (level.label("region").equals(region)
          && Double.isFinite(level.value())
          && level.value() >= 0) {
        figures.put(level.label("figure"), level.value());
      }
    }
    return figures;
  }

  private static @Nullable Double rounded(@Nullable Double value, double by) {
    return value == null ? null : Math.rint(value * by) / by;
  }
}

package io.aftercare.launcher.grafana;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every query of the committed dashboards, with Grafana's variables replaced, so that a test can
 * ask a live Prometheus each of them. Law: every one returns data once the product runs, also in a
 * healthy system; there is no list of exceptions.
 */
public final class DashboardQueries {
  /** What Grafana would put in: everything, and the last hour in steps of a minute. */
  public static final Map<String, String> EVERYTHING =
      Map.of(
          "region", ".*",
          "channel", ".*",
          "priority", ".*",
          "queue", ".*",
          "category", "*",
          "__rate_interval", "1m",
          "__range", "1h");

  /**
   * One query of one panel.
   *
   * @param instant asked for one instant ({@code /api/v1/query}); else over a range
   */
  public record Query(
      String dashboard, String panel, String refId, String expression, boolean instant) {
    @Override
    public String toString() {
      return dashboard + ", '" + panel + "' " + refId + ": " + expression;
    }
  }

  private DashboardQueries() {}

  /** All queries of all panels, with these values in the place of {@code $name}. */
  public static List<Query> all(Map<String, String> values) {
    return Dashboard.committed().stream().flatMap(dashboard -> of(dashboard, values)).toList();
  }

  static Stream<Query> of(Dashboard dashboard, Map<String, String> values) {
    return dashboard.panels().stream()
        .flatMap(
            panel ->
                panel.targets().stream()
                    .map(
                        target ->
                            new Query(
                                dashboard.uid(),
                                panel.title(),
                                target.path("refId").asText(),
                                substitute(target.path("expr").asText(), values),
                                target.path("instant").asBoolean())));
  }

  /** Longest names first: {@code $region} is the beginning of {@code $region_name}. */
  static String substitute(String expression, Map<String, String> values) {
    List<String> names =
        values.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    String text = expression;
    for (String name : names) {
      String value = values.getOrDefault(name, "");
      text = text.replace("${" + name + "}", value).replace("$" + name, value);
    }
    return text;
  }
}

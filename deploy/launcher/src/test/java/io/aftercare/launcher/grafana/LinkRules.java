package io.aftercare.launcher.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever follows a link from dashboard to dashboard keeps the time and what was chosen. */
final class LinkRules {
  private static final String DASHBOARD = "/d/";
  private static final String WALLBOARD = "${wallboard";

  private LinkRules() {}

  static List<String> keepTimeAndVariables(Dashboard dashboard, Set<String> uids) {
    List<String> broken = new ArrayList<>();
    for (JsonNode link : dashboard.links()) {
      String where = dashboard.uid() + ", link '" + link.path("title").asText() + "' ";
      String url = link.path("url").asText();
      if (link.path("type").asText().equals("dashboards")) {
        if (!link.path("keepTime").asBoolean() || !link.path("includeVars").asBoolean()) {
          broken.add(where + "loses time or variables");
        }
      } else if (url.startsWith(DASHBOARD)) {
        broken.addAll(toDashboard(where, url, dashboard, uids));
      } else if (!url.startsWith(WALLBOARD)) {
        broken.add(where + "leads out of the product: " + url);
      }
    }
    return broken;
  }

  /** Variables that the target does not know are harmless; one that it knows must not be lost. */
  private static List<String> toDashboard(
      String where, String url, Dashboard from, Set<String> uids) {
    List<String> broken = new ArrayList<>();
    String target = url.substring(DASHBOARD.length()).replaceAll("\\?.*", "");
    if (!uids.contains(target)) {
      broken.add(where + "leads to " + target + ", which is not here");
    }
    if (!url.contains("${__url_time_range}")) {
      broken.add(where + "loses the time range");
    }
    Set<String> names =
        from.variables().stream()
            .map(variable -> variable.path("name").asText())
            .collect(Collectors.toSet());
    for (String name : names) {
      if (!url.contains("${" + name + ":queryparam}") && !url.contains("var-" + name + "=")) {
        broken.add(where + "loses the variable " + name);
      }
    }
    return broken;
  }
}

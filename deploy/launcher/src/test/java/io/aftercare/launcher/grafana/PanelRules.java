package io.aftercare.launcher.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.launcher.grafana.Dashboard.Panel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every panel must have, and what must not be twice. Each rule says what breaks it. */
final class PanelRules {
  private static final String DATASOURCE = "${datasource}";
  private static final int COLUMNS = 24;
  private static final Pattern N = Pattern.compile("\"n( [^\"]*)?\"");

  private PanelRules() {}

  /** Title, description, unit, text for no value, datasource variable and queries. */
  static List<String> complete(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    BiConsumer<Panel, String> says = (panel, what) -> broken.add(panel.where() + " " + what);
    for (Panel panel : dashboard.panels()) {
      JsonNode defaults = panel.json().path("fieldConfig").path("defaults");
      if (panel.title().isBlank()) {
        says.accept(panel, "has no title");
      }
      if (!panel.json().path("description").asText().contains("**What to do:**")) {
        says.accept(panel, "has no description that says what to do");
      }
      if (defaults.path("unit").asText().isBlank()) {
        says.accept(panel, "has no unit");
      }
      if (defaults.path("noValue").asText().isBlank()) {
        says.accept(panel, "has no text for no value");
      }
      if (panel.targets().isEmpty()) {
        says.accept(panel, "has no query");
      }
      if (!asksTheVariable(panel.json())) {
        says.accept(panel, "does not ask the datasource variable");
      }
      for (JsonNode target : panel.targets()) {
        if (target.path("expr").asText().isBlank() || !asksTheVariable(target)) {
          says.accept(panel, "has a query without expression or datasource variable");
        }
      }
      if (refIds(panel).size() != panel.targets().size()) {
        says.accept(panel, "uses a refId twice");
      }
    }
    return broken;
  }

  private static Set<String> refIds(Panel panel) {
    Set<String> refIds = new HashSet<>();
    panel.targets().forEach(target -> refIds.add(target.path("refId").asText()));
    refIds.remove("");
    return refIds;
  }

  private static boolean asksTheVariable(JsonNode asking) {
    return asking.path("datasource").path("uid").asText().equals(DATASOURCE);
  }

  /** Ids once, and no two panels in the same place. */
  static List<String> placed(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    Set<Integer> ids = new HashSet<>();
    Set<Long> taken = new HashSet<>();
    for (JsonNode panel : dashboard.placed()) {
      String where = dashboard.uid() + ", panel " + panel.path("id").asText();
      if (!panel.path("id").isInt() || !ids.add(panel.path("id").asInt())) {
        broken.add(where + " has no id of its own");
      }
      JsonNode at = panel.path("gridPos");
      if (at.path("w").asInt() < 1
          || at.path("h").asInt() < 1
          || at.path("x").asInt() + at.path("w").asInt() > COLUMNS) {
        broken.add(where + " is outside of the grid");
      } else if (!take(at, taken)) {
        broken.add(where + " overlaps another");
      }
    }
    return broken;
  }

  private static boolean take(JsonNode at, Set<Long> taken) {
    boolean free = true;
    for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
      for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
        free &= taken.add((long) y * COLUMNS + x);
      }
    }
    return free;
  }

  /** Beside each ratio of verdicts stands the n it rests on. */
  static List<String> countedRatios(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    for (Panel panel : dashboard.panels()) {
      boolean isRatio =
          panel.json().path("fieldConfig").toString().contains("\"percentunit\"")
              && panel.expressions().stream().anyMatch(PanelRules::isRatio);
      if (isRatio && !showsN(panel)) {
        broken.add(panel.where() + " shows a ratio without n");
      }
    }
    return broken;
  }

  private static boolean isRatio(String expression) {
    boolean isOfVerdicts = expression.contains("sla_verdicts") || expression.contains("_sla_met:");
    return expression.contains(":ratio") || (isOfVerdicts && expression.contains(" / "));
  }

  /** A series n, or a column n, n 1 h, n (at any time). */
  private static boolean showsN(Panel panel) {
    return Stream.of(
            panel.json().path("targets"),
            panel.json().path("transformations"),
            panel.json().path("fieldConfig").path("overrides"))
        .anyMatch(part -> N.matcher(part.toString()).find());
  }

  /** At the top right of each: how old the data is. */
  static List<String> dataAge(Dashboard dashboard) {
    boolean isThere =
        dashboard.panels().stream()
            .anyMatch(
                panel ->
                    panel.title().equals("Data age")
                        && panel.json().path("gridPos").path("y").asInt() == 0
                        && panel.json().path("gridPos").path("x").asInt()
                                + panel.json().path("gridPos").path("w").asInt()
                            == COLUMNS);
    return isThere ? List.of() : List.of(dashboard.uid() + " has no Data age at its top right");
  }
}

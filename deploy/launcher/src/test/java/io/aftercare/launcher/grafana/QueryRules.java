package io.aftercare.launcher.grafana;

import io.aftercare.launcher.grafana.Dashboard.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for every expression. Each rule says what breaks it. */
final class QueryRules {
  private static final Pattern WINDOW = Pattern.compile("\\[([^]]*)]");
  private static final Pattern RECORDED =
      Pattern.compile(":(?:increase|ratio|rate|mean|net)(\\d+[smhd])\\b");
  private static final Pattern SELECTOR = Pattern.compile("(\\baftercare_\\w+)\\{([^}]*)}");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!=|!~|=)\\s*\"");
  private static final Pattern ONE =
      Pattern.compile(".*max without \\(instance, pod\\) \\((?:(?:increase|rate|delta|deriv)\\()?");
  private static final Map<String, String> UNITS = Map.of("s", "s", "m", "min", "h", "h", "d", "d");

  private QueryRules() {}

  /**
   * Over a graph the window is its step, over a sum the time range; any other is named to the
   * reader.
   */
  static List<String> windows(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    for (Panel panel : dashboard.panels()) {
      String said = panel.title() + " " + panel.json().path("description").asText();
      for (String window : windowsOf(panel)) {
        boolean isOfGrafana = window.equals("$__rate_interval") || window.equals("$__range");
        if (!isOfGrafana && !said.contains(spoken(window))) {
          broken.add(panel.where() + " does not say that its window is " + spoken(window));
        }
      }
    }
    return broken;
  }

  private static Set<String> windowsOf(Panel panel) {
    Set<String> windows = new TreeSet<>();
    for (String expression : panel.expressions()) {
      for (Pattern pattern : List.of(WINDOW, RECORDED)) {
        Matcher matcher = pattern.matcher(expression);
        while (matcher.find()) {
          windows.add(matcher.group(1));
        }
      }
    }
    return windows;
  }

  /** 1h is spoken "1 h". */
  private static String spoken(String window) {
    int end = window.length() - 1;
    return window.substring(0, end) + " " + UNITS.getOrDefault(window.substring(end), "?");
  }

  /** A graph over time takes $__rate_interval: $__range would give each point the whole range. */
  static List<String> steps(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    for (Panel panel : dashboard.panels()) {
      panel.targets().stream()
          .filter(target -> !target.path("instant").asBoolean())
          .filter(target -> target.path("expr").asText().contains("$__range"))
          .forEach(target -> broken.add(panel.where() + " sums the time range at every point"));
    }
    return broken;
  }

  /** No metric that nobody serves. */
  static List<String> names(Dashboard dashboard, Set<String> known) {
    List<String> broken = new ArrayList<>();
    for (Panel panel : dashboard.panels()) {
      for (String expression : panel.expressions()) {
        for (String name : MetricNames.in(expression)) {
          if (!known.contains(name)) {
            broken.add(panel.where() + " asks for " + name + ", which nobody serves");
          }
        }
      }
    }
    return broken;
  }

  /** No label that a metric does not have: such a selector finds nothing, or everything. */
  static List<String> labels(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    Map<String, Set<String>> served = MetricNames.labels();
    for (Panel panel : dashboard.panels()) {
      for (String expression : panel.expressions()) {
        Matcher selector = SELECTOR.matcher(expression);
        while (selector.find()) {
          Set<String> own = served.get(selector.group(1));
          Matcher matcher = LABEL.matcher(selector.group(2));
          while (own != null && matcher.find()) {
            if (!own.contains(matcher.group(1))) {
              String asked = selector.group(1) + " for its " + matcher.group(1);
              broken.add(panel.where() + " asks " + asked + ", which it has not");
            }
          }
        }
      }
    }
    return broken;
  }

  /** Two exporters serve the same figures: one of them counts, before anything is summed. */
  static List<String> replicas(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    for (Panel panel : dashboard.panels()) {
      for (String expression : panel.expressions()) {
        for (String name : MetricNames.catalogue()) {
          if (occursBare(expression, name)) {
            broken.add(panel.where() + " doubles " + name + " with two exporters");
          }
        }
      }
    }
    return broken;
  }

  private static boolean occursBare(String expression, String name) {
    Matcher matcher = Pattern.compile("(?<![\\w:])" + name + "(?![\\w:])").matcher(expression);
    while (matcher.find()) {
      if (!ONE.matcher(expression.substring(0, matcher.start())).matches()) {
        return true;
      }
    }
    return false;
  }

  /** What a late event can take back is shown net. */
  static List<String> net(Dashboard dashboard) {
    List<String> broken = new ArrayList<>();
    Set<String> served = MetricNames.catalogue();
    for (Panel panel : dashboard.panels()) {
      for (String expression : panel.expressions()) {
        Set<String> names = MetricNames.in(expression);
        for (String name : names) {
          String twin = name.replaceAll("_total$", "_retracted_total");
          if (!twin.equals(name) && served.contains(twin) && !names.contains(twin)) {
            broken.add(panel.where() + " shows " + name + " without what was taken back");
          }
        }
      }
    }
    return broken;
  }
}

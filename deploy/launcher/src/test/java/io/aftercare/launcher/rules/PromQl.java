package io.aftercare.launcher.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expression asks for, as far as words tell. promtool says whether it is PromQL at all. */
final class PromQl {
  private static final Pattern OURS =
      Pattern.compile("(?<![\\w:./-])(?:[a-z]\\w*:)?aftercare[_:][\\w:]*\\w");
  private static final Pattern SELECTED =
      Pattern.compile("([a-zA-Z_][\\w:]*)(?:\\{(?!\\{)([^}]*)\\}|\\[)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

  private PromQl() {}

  /** Names of our metrics. */
  static Set<String> metrics(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher ours = OURS.matcher(expression);
    while (ours.find()) {
      names.add(ours.group());
    }
    Matcher selected = SELECTED.matcher(expression);
    while (selected.find()) {
      names.add(selected.group(1));
    }
    return names;
  }

  /** A metric and one label that it is selected by. */
  record Selection(String metric, String label) {}

  static List<Selection> selections(String expression) {
    List<Selection> selections = new ArrayList<>();
    Matcher selected = SELECTED.matcher(expression);
    while (selected.find()) {
      Matcher label = LABEL.matcher(selected.group(2) == null ? "" : selected.group(2));
      while (label.find()) {
        selections.add(new Selection(selected.group(1), label.group(1)));
      }
    }
    return selections;
  }
}

package io.aftercare.launcher.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules of a file, as its YAML says. */
record RuleFile(Path path, List<Rule> rules) {

  /**
   * One rule.
   *
   * @param name of the alert, or of the series it records
   * @param patience its {@code for}; empty: not given
   * @param keepFiringFor empty: not given
   */
  record Rule(
      String name,
      boolean alert,
      String expr,
      String patience,
      String keepFiringFor,
      Map<String, String> labels,
      Map<String, String> annotations) {

    String annotation(String key) {
      return annotations.getOrDefault(key, "");
    }

    String label(String key) {
      return labels.getOrDefault(key, "");
    }
  }

  static List<RuleFile> all() {
    return House.files(House.RULES, ".yaml").stream().map(RuleFile::of).toList();
  }

  static List<Rule> alerts() {
    return all().stream().flatMap(file -> file.rules().stream()).filter(Rule::alert).toList();
  }

  static RuleFile of(Path path) {
    return new RuleFile(path, parse(House.text(path)));
  }

  static List<Rule> parse(String text) {
    List<Rule> rules = new ArrayList<>();
    Map<?, ?> file = (Map<?, ?>) yaml(text);
    for (Object group : (List<?>) value(file, "groups")) {
      for (Object rule : (List<?>) value((Map<?, ?>) group, "rules")) {
        rules.add(rule((Map<?, ?>) rule));
      }
    }
    return rules;
  }

  private static Rule rule(Map<?, ?> yaml) {
    boolean alert = yaml.containsKey("alert");
    return new Rule(
        value(yaml, alert ? "alert" : "record").toString(),
        alert,
        value(yaml, "expr").toString(),
        text(yaml, "for"),
        text(yaml, "keep_firing_for"),
        texts(yaml, "labels"),
        texts(yaml, "annotations"));
  }

  private static String text(Map<?, ?> yaml, String key) {
    return yaml.containsKey(key) ? value(yaml, key).toString() : "";
  }

  private static Map<String, String> texts(Map<?, ?> yaml, String key) {
    Map<String, String> texts = new TreeMap<>();
    if (yaml.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(name.toString(), value.toString()));
    }
    return texts;
  }

  static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  static Object value(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new AssertionError("no " + key + " in " + map);
    }
    return value;
  }
}

package io.aftercare.io.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file together with its place. Scalars are taken as the text that is written, so
 * that {@code 3}, {@code no} and {@code 2026-12-24} stay what the person wrote.
 */
public record YamlValue(Node node, YamlPlace place) {

  /**
   * The one document of a file.
   *
   * @throws YamlError if the text is no YAML, or there is nothing in it
   */
  public static YamlValue parse(String file, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        throw new YamlError(new YamlPlace(file, 1, ""), "the file is empty");
      }
      return new YamlValue(root, YamlPlace.of(file, root, ""));
    } catch (MarkedYAMLException e) {
      throw new YamlError(new YamlPlace(file, line(e), ""), "not valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new YamlError(file, "not valid YAML: " + e.getMessage());
    }
  }

  /** What was never closed is wrong where it was opened, not where the file ends. */
  private static int line(MarkedYAMLException e) {
    boolean unclosed = String.valueOf(e.getProblem()).contains("end of stream");
    Mark mark = unclosed && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  /** The entries of a mapping, in file order. */
  public Map<String, YamlValue> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw error("found " + found() + "; right would be a mapping of keys to values");
    }
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new YamlValue(tuple.getKeyNode(), place.at(tuple.getKeyNode())).text();
      YamlPlace at = place.under(key, tuple.getKeyNode());
      YamlValue before = entries.put(key, new YamlValue(tuple.getValueNode(), at));
      if (before != null) {
        throw new YamlError(
            at, "the key stands twice, first in line " + before.place().line() + "; keep one");
      }
    }
    return entries;
  }

  /** The items of a list. */
  public List<YamlValue> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw error("found " + found() + "; right would be a list");
    }
    List<YamlValue> items = new ArrayList<>();
    sequence.getValue().forEach(item -> items.add(new YamlValue(item, place.at(item))));
    return items;
  }

  /** A single value, as it is written. */
  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw error("found " + found() + "; right would be a single value");
  }

  /** A single value that may be empty. */
  public String textOrNothing() {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : text();
  }

  /** {@code true} or {@code false}. */
  public boolean truth() {
    return wordOf(List.of("true", "false")).equals("true");
  }

  /** A whole number from a least one. */
  public int number(int least) {
    try {
      int number = Integer.parseInt(text());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw error("found '" + text() + "'; right would be a whole number from " + least);
  }

  /** One of these words. */
  public String wordOf(Collection<String> words) {
    if (words.contains(text())) {
      return text();
    }
    throw error("found '" + text() + "'; " + right(text(), words));
  }

  /** What would have been right instead of a word. */
  static String right(String found, Collection<String> words) {
    String near = NearestName.to(found, words).map(n -> "did you mean " + n + "? ").orElse("");
    return near + "Right would be one of " + String.join(", ", words);
  }

  /** The value as one would quote it in an error. */
  public String found() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isBlank() ? "nothing" : "'" + scalar.getValue() + "'";
    }
    return node instanceof MappingNode ? "a mapping" : "a list";
  }

  /** An error about this value. */
  public YamlError error(String problem) {
    return new YamlError(place, problem);
  }
}

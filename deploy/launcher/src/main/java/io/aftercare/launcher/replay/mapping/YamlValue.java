package io.aftercare.launcher.replay.mapping;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file together with its place. Scalars are taken as the text that is written, so
 * that {@code 3}, {@code no} and {@code 1e3} stay what the person wrote.
 */
record YamlValue(Node node, YamlPlace place) {

  static YamlValue parse(String file, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        throw new MappingError(
            new YamlPlace(file, 1, ""), "the file is empty; a mapping is needed");
      }
      return new YamlValue(root, YamlPlace.of(file, root, ""));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new MappingError(new YamlPlace(file, line, ""), "not YAML: " + e.getProblem());
    }
  }

  /** The entries of a mapping, in file order. */
  Map<String, YamlValue> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw error("a mapping of keys to values is needed here");
    }
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new YamlValue(tuple.getKeyNode(), place.at(tuple.getKeyNode())).text();
      YamlPlace at = place.under(key, tuple.getKeyNode());
      if (entries.put(key, new YamlValue(tuple.getValueNode(), at)) != null) {
        throw new MappingError(at, "the key stands twice; keep one");
      }
    }
    return entries;
  }

  /** The items of a list; a single scalar or mapping counts as a list of one. */
  List<YamlValue> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<YamlValue> items = new ArrayList<>();
    sequence.getValue().forEach(item -> items.add(new YamlValue(item, place.at(item))));
    return items;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  String text() {
    @Nullable String text = node instanceof ScalarNode scalar ? scalar.getValue() : null;
    if (text == null) {
      throw error("a single value is needed here");
    }
    return text;
  }

  boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error("'" + text() + "' is neither true nor false");
    };
  }

  MappingError error(String problem) {
    return new MappingError(place, problem);
  }
}

package io.aftercare.job.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Text, lists and mappings out of YAML nodes; anything of another shape is refused. */
final class YamlValues {
  private YamlValues() {}

  /** The value as one would quote it in an error. */
  static String show(Node value) {
    return value instanceof ScalarNode scalar
        ? "'" + scalar.getValue() + "'"
        : "a " + value.getNodeId();
  }

  static String text(Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw new IllegalArgumentException("not a single, non-empty value");
  }

  static List<String> texts(Node value) {
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(YamlValues::text).toList();
    }
    throw new IllegalArgumentException("not a list");
  }

  static Map<String, String> properties(Node value) {
    if (!(value instanceof MappingNode mapping)) {
      throw new IllegalArgumentException("not a mapping");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (NodeTuple each : mapping.getValue()) {
      String name = text(each.getKeyNode());
      if (properties.put(name, text(each.getValueNode())) != null) {
        throw new IllegalArgumentException("'" + name + "' is set twice");
      }
    }
    return properties;
  }
}

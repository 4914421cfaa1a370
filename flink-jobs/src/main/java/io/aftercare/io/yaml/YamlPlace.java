package io.aftercare.io.yaml;

import org.yaml.snakeyaml.nodes.Node;

/** Where something stands in a YAML file: file, line (from 1) and dotted key. */
public record YamlPlace(String file, int line, String key) {
  static YamlPlace of(String file, Node node, String key) {
    return new YamlPlace(file, node.getStartMark().getLine() + 1, key);
  }

  YamlPlace at(Node node) {
    return of(file, node, key);
  }

  YamlPlace under(String child, Node node) {
    return of(file, node, key.isEmpty() ? child : key + "." + child);
  }

  /** File and line alone. */
  public String fileAndLine() {
    return file + ":" + line;
  }

  @Override
  public String toString() {
    return fileAndLine() + (key.isEmpty() ? "" : ": " + key);
  }
}

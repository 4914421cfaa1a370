package io.aftercare.launcher.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.Yaml;

/** A configuration file that is read, changed in a few places and written back. */
final class YamlDocument {
  private final Path file;
  private final Map<String, Object> root;

  private YamlDocument(Path file, Map<String, Object> root) {
    this.file = file;
    this.root = root;
  }

  static YamlDocument read(Path file) throws IOException {
    Object root = new Yaml().load(Files.readString(file));
    return new YamlDocument(file, mapping(root));
  }

  Map<String, Object> root() {
    return root;
  }

  /** The mapping of a key; made if there is none. */
  static Map<String, Object> in(Map<String, Object> parent, String key) {
    Map<String, Object> child = mapping(parent.getOrDefault(key, Map.of()));
    parent.put(key, child);
    return child;
  }

  /** Changes each mapping of a list; none if there is no such list. */
  static void each(Map<String, Object> parent, String key, Consumer<Map<String, Object>> change) {
    if (parent.get(key) instanceof List<?> list) {
      List<Map<String, Object>> changed = list.stream().map(YamlDocument::mapping).toList();
      changed.forEach(change);
      parent.put(key, changed);
    }
  }

  private static Map<String, Object> mapping(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(value + " is no mapping");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    return copy;
  }

  Path write() {
    try {
      return Files.writeString(file, new Yaml().dump(root));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package io.aftercare.job.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML file as settings by dotted key; a key that is unknown or stands twice is refused. */
final class ConfigFile {
  private final String file;
  private final ConfigKeys keys;
  private final Map<String, Setting> settings = new HashMap<>();

  private ConfigFile(String file, ConfigKeys keys) {
    this.file = file;
    this.keys = keys;
  }

  static Map<String, Setting> read(Path path, ConfigKeys keys) {
    ConfigFile reading = new ConfigFile(path.toString(), keys);
    Node root = compose(path.toString(), textOf(path));
    if (root != null) {
      reading.collect("", root);
    }
    return Map.copyOf(reading.settings);
  }

  /** Parses YAML text; null if there is nothing in it. */
  static @Nullable Node compose(String place, String text) {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException broken) {
      String problem = broken.getProblem() == null ? "not YAML" : broken.getProblem();
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw new ConfigException(place + ":" + line + ": not valid YAML: " + problem);
    } catch (YAMLException broken) {
      throw new ConfigException(place + ": not valid YAML: " + broken.getMessage());
    }
  }

  private void collect(String prefix, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw refused(node, prefix, "expected a section of keys");
    }
    for (NodeTuple each : mapping.getValue()) {
      String name = prefix + keyText(prefix, each.getKeyNode());
      take(name, each.getKeyNode(), each.getValueNode());
    }
  }

  private void take(String name, Node key, Node value) {
    if (keys.find(name).isPresent()) {
      Setting before = settings.put(name, new Setting(place(key), value));
      if (before != null) {
        throw refused(key, name, "set twice; first at " + before.place());
      }
    } else if (keys.isSection(name)) {
      collect(name + ".", value);
    } else {
      throw refused(key, name, "unknown key" + keys.suggestionFor(name));
    }
  }

  private String keyText(String prefix, Node key) {
    if (key instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refused(key, prefix, "a key must be a single word");
  }

  private ConfigException refused(Node at, String name, String problem) {
    String key = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return new ConfigException(place(at) + (key.isEmpty() ? "" : ": " + key) + ": " + problem);
  }

  private String place(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }

  private static String textOf(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException missing) {
      throw new ConfigException(path + ": no such file");
    } catch (CharacterCodingException binary) {
      throw new ConfigException(path + ": not UTF-8 text");
    } catch (IOException failure) {
      throw new ConfigException(path + ": cannot be read: " + failure.getMessage());
    }
  }
}

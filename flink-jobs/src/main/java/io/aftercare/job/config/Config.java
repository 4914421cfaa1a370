package io.aftercare.job.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A configuration in force: file &lt; environment &lt; flags, checked as a whole when it is read,
 * so that {@link #get} cannot fail.
 */
public final class Config {
  private final Map<String, Object> values;

  private Config(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads and checks a configuration.
   *
   * @param file the YAML file; null: none
   * @param environment all variables of the process
   * @param flags values by key from the command line
   */
  public static Config read(
      ConfigKeys keys,
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> flags) {
    Map<String, Setting> settings = new HashMap<>();
    if (file != null) {
      settings.putAll(ConfigFile.read(file, keys));
    }
    settings.putAll(ConfigText.ofEnvironment(environment, keys));
    settings.putAll(ConfigText.ofFlags(flags, keys));
    return new Config(valuesOf(keys, settings));
  }

  /** The value in force; empty if it is not set and has no default. */
  public <T> Optional<T> find(ConfigKey<T> key) {
    @SuppressWarnings("unchecked") // put there by this very key's reader
    T value = (T) values.get(key.name());
    return Optional.ofNullable(value);
  }

  /** The value in force of a key that has a default or was required. */
  public <T> T get(ConfigKey<T> key) {
    return find(key).orElseThrow(() -> new ConfigException(key.name() + " is not set"));
  }

  private static Map<String, Object> valuesOf(ConfigKeys keys, Map<String, Setting> settings) {
    Map<String, Object> values = new HashMap<>();
    for (ConfigKey<?> key : keys.all()) {
      Setting setting = settings.getOrDefault(key.name(), defaultOf(key));
      if (setting.value() != null) {
        values.put(key.name(), valueOf(key, setting.place(), setting.value()));
      }
    }
    return Map.copyOf(values);
  }

  private static Setting defaultOf(ConfigKey<?> key) {
    String text = key.defaultText();
    return new Setting("default", text.isEmpty() ? null : ConfigText.node(key, "default", text));
  }

  private static <T> T valueOf(ConfigKey<T> key, String place, Node value) {
    try {
      return key.type().reader().read(value);
    } catch (IllegalArgumentException wrong) {
      String found = key.secret() ? "the value (not shown)" : YamlValues.show(value);
      throw new ConfigException(
          place + ": " + key.name() + ": " + found + " is not " + key.type().description());
    }
  }
}

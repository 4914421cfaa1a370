package io.aftercare.job.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Settings from outside the file: variables of the environment and flags of the command line. A
 * plain value is taken as it is; a list or a mapping is written in YAML's flow style.
 */
final class ConfigText {
  private static final Pattern SERVICE_LINK =
      Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_.+)");
  private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.+");

  private ConfigText() {}

  /** Variables of our sections, by key; one that sets nothing is refused. */
  static Map<String, Setting> ofEnvironment(Map<String, String> environment, ConfigKeys keys) {
    Map<String, Setting> settings = new HashMap<>();
    environment.forEach(
        (variable, text) -> {
          if (isOurs(variable, text, keys)) {
            String place = "environment variable " + variable;
            ConfigKey<?> key = keyOf(variable, place, keys.all(), keys);
            settings.put(key.name(), new Setting(place, node(key, place, text)));
          }
        });
    return settings;
  }

  /** Values given as {@code --set key=value}, by key. */
  static Map<String, Setting> ofFlags(Map<String, String> flags, ConfigKeys keys) {
    Map<String, Setting> settings = new HashMap<>();
    flags.forEach(
        (name, text) -> {
          ConfigKey<?> key =
              keys.find(name)
                  .orElseThrow(
                      () ->
                          new ConfigException(
                              "--set: unknown key " + name + keys.suggestionFor(name)));
          settings.put(name, new Setting("--set", node(key, "--set", text)));
        });
    return settings;
  }

  /** The YAML node of a value written as text; null if there is no text. */
  static @Nullable Node node(ConfigKey<?> key, String place, String text) {
    if (key.type().plain()) {
      return new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.PLAIN);
    }
    return ConfigFile.compose(place + ": " + key.name(), text);
  }

  /** Kubernetes puts variables of the same prefix into a pod beside a service of our name. */
  private static boolean isOurs(String variable, String text, ConfigKeys keys) {
    return keys.all().stream().anyMatch(each -> variable.startsWith(each.sectionVariable()))
        && !SERVICE_LINK.matcher(variable).matches()
        && !SERVICE_ADDRESS.matcher(text).matches();
  }

  private static ConfigKey<?> keyOf(
      String variable, String place, Collection<ConfigKey<?>> all, ConfigKeys keys) {
    return all.stream()
        .filter(each -> each.variable().equals(variable))
        .findFirst()
        .orElseThrow(
            () -> new ConfigException(place + ": unknown" + keys.variableSuggestionFor(variable)));
  }
}

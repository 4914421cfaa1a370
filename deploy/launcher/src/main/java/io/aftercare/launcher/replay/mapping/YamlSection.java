package io.aftercare.launcher.replay.mapping;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a YAML mapping, read strictly: {@link #done} refuses keys that nobody asked for. */
final class YamlSection {
  private final YamlValue value;
  private final Map<String, YamlValue> entries;
  private final Set<String> known = new LinkedHashSet<>();

  YamlSection(YamlValue value) {
    this.value = value;
    this.entries = value.entries();
  }

  Optional<YamlValue> optional(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  YamlValue required(String key) {
    return optional(key)
        .orElseThrow(() -> value.error("the key '" + key + "' is missing; add " + key + ": ..."));
  }

  Map<String, YamlValue> optionalEntries(String key) {
    return optional(key).map(YamlValue::entries).orElse(Map.of());
  }

  YamlValue whole() {
    return value;
  }

  void done() {
    for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry.getValue().error("unknown key; known here: " + String.join(", ", known));
      }
    }
  }
}

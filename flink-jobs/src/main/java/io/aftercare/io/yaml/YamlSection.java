package io.aftercare.io.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a YAML mapping, read strictly: a key that is not among the known ones is refused. */
public final class YamlSection {
  private final YamlValue value;
  private final Map<String, YamlValue> entries;

  /**
   * The keys of a mapping.
   *
   * @throws YamlError if it has others than the known ones
   */
  public YamlSection(YamlValue value, List<String> known) {
    this.value = value;
    this.entries = value.entries();
    entries.forEach(
        (key, each) -> {
          if (!known.contains(key)) {
            throw each.error("unknown key; " + YamlValue.right(key, known));
          }
        });
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** The value of a key, or null. */
  public @Nullable YamlValue optional(String key) {
    return entries.get(key);
  }

  /** The value of a key that must be there. */
  public YamlValue required(String key) {
    YamlValue found = entries.get(key);
    if (found == null) {
      throw value.error("the key " + key + " is missing; add " + key + ": ...");
    }
    return found;
  }

  /** A key's value, or the section as a whole where the key is missing. */
  public YamlValue keyOrWhole(String key) {
    return entries.getOrDefault(key, value);
  }

  /** The section as a whole. */
  public YamlValue whole() {
    return value;
  }
}

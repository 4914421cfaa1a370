package io.aftercare.job.config;

import io.aftercare.io.yaml.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A closed list of keys: what a configuration may hold, in the order of its documentation. */
public final class ConfigKeys {
  private final Map<String, ConfigKey<?>> byName = new LinkedHashMap<>();

  private ConfigKeys(Collection<ConfigKey<?>> keys) {
    for (ConfigKey<?> each : keys) {
      if (byName.put(each.name(), each) != null) {
        throw new IllegalArgumentException("Two keys are called " + each.name());
      }
    }
  }

  /** These keys; two of the same name are refused. */
  public static ConfigKeys of(Collection<ConfigKey<?>> keys) {
    return new ConfigKeys(keys);
  }

  public List<ConfigKey<?>> all() {
    return List.copyOf(byName.values());
  }

  Optional<ConfigKey<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean isSection(String name) {
    return byName.values().stream().anyMatch(each -> each.section().equals(name));
  }

  /** {@code ; did you mean job.parallelism?} */
  String suggestionFor(String name) {
    List<String> names = new ArrayList<>(byName.keySet());
    if (!name.contains(".")) {
      // A word at the top of the file was meant as a section, or as a key without its section.
      byName.values().forEach(each -> names.add(each.section()));
      names.addAll(lastWords());
    }
    return NearestName.to(name, names)
        .map(this::inFull)
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }

  /** {@code ; did you mean AFTERCARE_JOB_PARALLELISM?} */
  String variableSuggestionFor(String variable) {
    List<String> names = byName.values().stream().map(ConfigKey::variable).toList();
    return NearestName.to(variable, names).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private List<String> lastWords() {
    return byName.keySet().stream().map(name -> name.substring(name.indexOf('.') + 1)).toList();
  }

  private String inFull(String near) {
    return byName.keySet().stream()
        .filter(name -> name.endsWith("." + near))
        .findFirst()
        .orElse(near);
  }
}

package io.aftercare.launcher.rules;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.metric.MetricCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every series that rules may ask for: those of the catalogue, the exporter and the rules. */
final class KnownMetrics {
  /** How the exporter names its own health: gauge("ready", ...), or in full. */
  private static final Pattern OWN =
      Pattern.compile("(?:gauge|counter)\\(\\s*\"([a-z_]+)\"|\"aftercare_exporter_([a-z_]+)\"");

  private final Map<String, Set<String>> labels = new TreeMap<>();

  private KnownMetrics() {}

  static KnownMetrics all() {
    KnownMetrics known = new KnownMetrics();
    for (MetricCatalogue metric : MetricCatalogue.values()) {
      known.take(metric);
    }
    known.takeOwnHealth(House.ROOT.resolve("dashboards/exporter/src/main/java"));
    for (RuleFile file : RuleFile.all()) {
      file.rules().stream()
          .filter(rule -> !rule.alert())
          .forEach(rule -> known.labels.put(rule.name(), labelsOfRecord(rule.name())));
    }
    return known;
  }

  boolean has(String name) {
    return labels.containsKey(name);
  }

  /** Whether a series of this name can have the label; every target has these three. */
  boolean has(String name, String label) {
    return labels.getOrDefault(name, Set.of()).contains(label)
        || Set.of("job", "instance", "pod").contains(label);
  }

  private void take(MetricCatalogue metric) {
    Set<String> names = new TreeSet<>(metric.labels());
    if (metric.kind() == MetricKind.HISTOGRAM) {
      names.add("le");
      for (String suffix : List.of("_bucket", "_sum", "_count")) {
        labels.put(metric.metricName() + suffix, names);
      }
    } else {
      labels.put(metric.metricName(), names);
    }
  }

  private void takeOwnHealth(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(this::takeNames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeNames(Path source) {
    Matcher names = OWN.matcher(House.text(source));
    while (names.find()) {
      String name = names.group(1) == null ? names.group(2) : names.group(1);
      labels.put("aftercare_exporter_" + name, Set.of("reason"));
    }
  }

  /** A record says in its name which labels are left: {@code region_sla:...}. */
  private static Set<String> labelsOfRecord(String name) {
    return Set.of(name.substring(0, name.indexOf(':')).split("_"));
  }
}

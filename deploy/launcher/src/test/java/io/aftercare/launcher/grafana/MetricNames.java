package io.aftercare.launcher.grafana;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.metric.MetricCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The metrics there are, and those an expression names. */
final class MetricNames {
  private static final Path RULES = Path.of("..", "..", "dashboards", "rules");

  /** The exporter's health; a live Prometheus says whether they are really there. */
  private static final Set<String> EXPORTER =
      Set.of(
          "aftercare_exporter_ready",
          "aftercare_exporter_lag_records",
          "aftercare_exporter_progress_timestamp_seconds",
          "aftercare_exporter_undecodable_records_total",
          "aftercare_exporter_counter_regressions_total",
          "aftercare_exporter_lineage_resets_total",
          "aftercare_exporter_outdated_records_total",
          "aftercare_exporter_label_overflow_total",
          "aftercare_exporter_refused_records_total",
          "jvm_memory_used_bytes",
          "jvm_memory_max_bytes",
          "jvm_gc_pause_seconds_sum",
          "process_cpu_usage",
          "system_cpu_usage");

  /** What Prometheus itself adds. */
  private static final Set<String> PROMETHEUS =
      Set.of("ALERTS", "scrape_samples_scraped", "scrape_duration_seconds");

  /** Strings first: what stands in them is data. Then what stands in brackets behind a keyword. */
  private static final Pattern NOT_NAMES =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*}|\\[[^]]*]"
              + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_:][\\w:]*(?!\\s*\\()(?![\\w:])");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");

  private MetricNames() {}

  /** Names of metrics in an expression, in order. */
  static Set<String> in(String expression) {
    String bare = NOT_NAMES.matcher(expression.replaceAll("\\$\\w+", "1m")).replaceAll(" ");
    Matcher matcher = NAME.matcher(bare);
    Set<String> names = new TreeSet<>();
    while (matcher.find()) {
      boolean partOfNumber =
          matcher.start() > 0 && Character.isDigit(bare.charAt(matcher.start() - 1));
      if (!partOfNumber && !KEYWORDS.contains(matcher.group())) {
        names.add(matcher.group());
      }
    }
    return names;
  }

  static Set<String> known() {
    Set<String> known = new HashSet<>(EXPORTER);
    known.addAll(PROMETHEUS);
    known.addAll(catalogue());
    known.addAll(recorded());
    return known;
  }

  /** Of the product itself, as they stand in expressions. */
  static Set<String> catalogue() {
    return Arrays.stream(MetricCatalogue.values())
        .flatMap(MetricNames::series)
        .collect(Collectors.toSet());
  }

  /** Labels a selector may ask for, by name of series. */
  static Map<String, Set<String>> labels() {
    Map<String, Set<String>> labels = new HashMap<>();
    for (MetricCatalogue metric : MetricCatalogue.values()) {
      Set<String> own = new HashSet<>(metric.labels());
      series(metric).forEach(name -> labels.put(name, own));
      if (metric.kind() == MetricKind.HISTOGRAM) {
        own.add("le");
      }
    }
    return labels;
  }

  private static Stream<String> series(MetricCatalogue metric) {
    return metric.kind() == MetricKind.HISTOGRAM
        ? Stream.of("_bucket", "_sum", "_count").map(suffix -> metric.metricName() + suffix)
        : Stream.of(metric.metricName());
  }

  /** By any file of rules; null stands for those that alert. */
  private static Set<String> recorded() {
    Set<String> names = new HashSet<>();
    for (String text : texts()) {
      Map<String, List<Map<String, Object>>> file = new Yaml().load(text);
      for (Map<String, Object> group : file.getOrDefault("groups", List.of())) {
        if (group.get("rules") instanceof List<?> rules) {
          rules.forEach(rule -> names.add(String.valueOf(((Map<?, ?>) rule).get("record"))));
        }
      }
    }
    return names;
  }

  private static List<String> texts() {
    try (Stream<Path> files = Files.list(RULES)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

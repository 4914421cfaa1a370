package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Prometheus would scrape, as samples; read apart from the code under test. */
public record PrometheusText(List<Sample> samples) {
  private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)\\})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  /** One line: a series and its value. */
  public record Sample(String name, Map<String, String> labels, double value) {
    public String label(String key) {
      return labels.getOrDefault(key, "");
    }
  }

  static PrometheusText read(Path file) {
    return of(CsvFile.lines(file).stream());
  }

  /** Reads lines; comments are skipped, any other must be a sample. */
  public static PrometheusText of(Stream<String> lines) {
    return new PrometheusText(
        lines
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(PrometheusText::sample)
            .toList());
  }

  /** Sum over the series of a metric whose labels are as wanted. */
  long sum(String name, Predicate<Sample> wanted) {
    return samples.stream()
        .filter(each -> each.name().equals(name) && wanted.test(each))
        .mapToLong(each -> Math.round(each.value()))
        .sum();
  }

  /** A counter less its twin of retracted counts. */
  long net(String name, Predicate<Sample> wanted) {
    return sum(name + "_total", wanted) - sum(name + "_retracted_total", wanted);
  }

  /** Fails unless there are identities and each of them balances. */
  public void assertIdentitiesHold() {
    List<Sample> imbalances =
        samples.stream()
            .filter(each -> each.name().equals("aftercare_identity_imbalance"))
            .toList();
    assertThat(imbalances).as("identities").isNotEmpty();
    assertThat(imbalances).allSatisfy(each -> assertThat(each.value()).isZero());
  }

  private static Sample sample(String line) {
    Matcher parts = LINE.matcher(line);
    assertThat(parts.matches()).as("a sample: %s", line).isTrue();
    Map<String, String> labels = new HashMap<>();
    if (parts.group(2) != null) {
      LABEL.matcher(parts.group(2)).results().forEach(m -> labels.put(m.group(1), raw(m.group(2))));
    }
    return new Sample(parts.group(1), labels, Double.parseDouble(parts.group(3)));
  }

  private static String raw(String escaped) {
    return ESCAPED
        .matcher(escaped)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1).equals("n") ? "\n" : m.group(1)));
  }
}

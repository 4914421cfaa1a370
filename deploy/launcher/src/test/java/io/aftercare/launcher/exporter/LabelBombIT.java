package io.aftercare.launcher.exporter;

import static io.aftercare.launcher.exporter.MetricsHouse.counter;
import static io.aftercare.launcher.exporter.MetricsHouse.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricRecord;
import io.aftercare.exporter.Exporter;
import io.aftercare.exporter.ExporterSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 100,000 regions, a hundred megabytes of labels and every nasty character through a real broker:
 * what is served stays valid in the eyes of Prometheus' own tool, at the cap, and counted.
 */
class LabelBombIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int REGIONS = 100_000;
  private static final int HUGE = 10_000;
  private static final List<String> NASTY =
      List.of(
          "a \"b\"",
          "a\\",
          "two\nlines",
          "cr\rlf\r\n",
          "nul\0nul",
          "esc\u001b[31m",
          "\u007f\u0085",
          "\ud800",
          "",
          " ",
          "}",
          "{region=\"x\"} 1\n# EOF",
          "other",
          "\uFFFD",
          "\uFEFFbom",
          "\u202Ertl",
          "n".repeat(256),
          "n".repeat(257),
          "東".repeat(86));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private static Stream<MetricRecord> nasty() {
    return NASTY.stream()
        .flatMap(
            text ->
                Stream.of(
                    created(text, 1),
                    counter("aftercare_foreign_total", Map.of("what", text), 1),
                    counter("aftercare_foreign_total", Map.of("x" + text, "v"), 1),
                    counter("aftercare_" + text, Map.of(), 1)));
  }

  private static Stream<MetricRecord> bomb() {
    Stream<MetricRecord> many =
        IntStream.range(0, REGIONS).mapToObj(i -> created("region " + i, 1));
    Stream<MetricRecord> huge =
        IntStream.range(0, HUGE).mapToObj(i -> created("x".repeat(HUGE) + i, 1));
    Stream<MetricRecord> names =
        IntStream.range(0, HUGE)
            .mapToObj(i -> counter("aftercare_foreign_" + i + "_total", Map.of("a", "b"), 1));
    return Stream.of(nasty(), many, huge, names).flatMap(each -> each);
  }

  @Test
  void theScrapeStaysValidAtTheCapAndCounted() throws Exception {
    try (MetricsHouse house = new MetricsHouse()) {
      house.tell(bomb());
      ExporterSettings settings = ExporterSettings.defaults(house.bootstrapServers()).withPort(0);
      try (Exporter exporter = Exporter.start(settings)) {
        assertThat(exporter.awaitReady(PATIENCE)).isTrue();
        String scrape = scrape(exporter);
        assertThat(Promtool.lint(directory, scrape)).allMatch(LabelBombIT::isOfOthers);
        assertThat(product(scrape)).hasSizeBetween(44_000, 45_100);
        assertThat(allCreated(scrape)).isEqualTo(REGIONS + HUGE + NASTY.size());
        assertThat(value(scrape, "aftercare_exporter_label_overflow_total"))
            .isGreaterThan(REGIONS - 45_000 + HUGE);
        assertThat(value(scrape, "aftercare_exporter_refused_records_total{reason=\"cap\"}"))
            .isPositive();
        assertThat(
                value(
                    scrape,
                    "aftercare_exporter_undecodable_records_total{topic=\"aftercare.metrics.v1\"}"))
            .isZero();
      }
    }
  }

  /**
   * Names of the bomb are not ours to lint, nor are those that Micrometer gives. The one of ours is
   * about counters, and says so.
   */
  private static boolean isOfOthers(String line) {
    return !line.startsWith("aftercare_")
        || line.startsWith("aftercare_foreign")
        || line.startsWith("aftercare_exporter_counter_regressions_total metric name should not");
  }

  private static String scrape(Exporter exporter) throws Exception {
    URI metrics = URI.create("http://127.0.0.1:" + exporter.port() + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
        .body();
  }

  private static List<String> product(String scrape) {
    return scrape
        .lines()
        .filter(line -> line.startsWith("aftercare_") && !line.startsWith("aftercare_exporter_"))
        .toList();
  }

  private static double allCreated(String scrape) {
    return scrape
        .lines()
        .filter(line -> line.startsWith("aftercare_tickets_created_total{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static double value(String scrape, String series) {
    return scrape
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }
}

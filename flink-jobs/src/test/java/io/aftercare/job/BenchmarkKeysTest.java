package io.aftercare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.job.config.Config;
import io.aftercare.job.config.ConfigException;
import io.aftercare.job.config.ConfigKeys;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three keys of a benchmark, which belong together. */
class BenchmarkKeysTest {
  private static final Map<String, String> ALL =
      Map.of(
          "benchmark.first_response", "30s",
          "benchmark.source", "Field survey",
          "benchmark.as_of", "2026-01-31");

  private static JobSettings settings(Map<String, String> flags) {
    return JobKeys.settings(Config.read(ConfigKeys.of(JobKeys.ALL), null, Map.of(), flags));
  }

  @Test
  void allThreeAreABenchmarkAndNoneIsNone() {
    assertThat(settings(ALL).benchmark())
        .isEqualTo(
            new Benchmark(Duration.ofSeconds(30), "Field survey", LocalDate.of(2026, 1, 31)));
    assertThat(settings(Map.of()).benchmark()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "benchmark.first_response, benchmark.first_response: not set",
    "benchmark.source, benchmark.source: not set",
    "benchmark.as_of, benchmark.as_of: not set"
  })
  void withoutOneOfThemTheStartIsRefused(String missing, String message) {
    Map<String, String> others = new HashMap<>(ALL);
    others.remove(missing);
    assertThatThrownBy(() -> settings(others))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("set all of benchmark.first_response");
    assertThatThrownBy(() -> settings(Map.of(missing, ALL.getOrDefault(missing, ""))))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(" and ")
        .hasMessageContaining("or none");
  }

  @ParameterizedTest
  @CsvSource({
    "benchmark.first_response, 0s, a duration",
    "benchmark.first_response, 30, a duration",
    "benchmark.as_of, 31.1.2026, a date such as 2026-01-31",
    "benchmark.as_of, 2026-02-30, a date such as 2026-01-31"
  })
  void aWrongValueIsRefusedByName(String key, String value, String right) {
    Map<String, String> flags = new HashMap<>(ALL);
    flags.put(key, value);
    assertThatThrownBy(() -> settings(flags))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("--set: " + key + ": '" + value + "' is not " + right);
  }

  @Test
  void theJobSaysItBesideItsBuild() {
    assertThat(TicketJobSettings.of(settings(ALL)).constants())
        .containsEntry(
            new Series(
                Measure.BENCHMARK_SECONDS, List.of("first_response", "Field survey", "2026-01-31")),
            30_000L)
        .containsEntry(new Series(Measure.BUILD_INFO, List.of(BuildVersion.VERSION)), 1L)
        .hasSize(2);
    assertThat(TicketJobSettings.of(settings(Map.of())).constants()).hasSize(1);
  }
}

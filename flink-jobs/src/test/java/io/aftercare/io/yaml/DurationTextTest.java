package io.aftercare.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({"250ms,250", "2s,2000", "5m,300000", "4h,14400000", "30d,2592000000", "0ms,0"})
  void readsAndWritesOneNumberWithOneUnit(String text, long millis) {
    assertThat(DurationText.parse(text)).hasMillis(millis);
    assertThat(DurationText.format(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "s", "2 s", "-2s", "1.5h", "1h30m", "2w", "PT2S", "9999999999d"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> DurationText.parse(text)).hasMessageContaining("ms, s, m, h or d");
  }

  @Test
  void choosesTheLargestUnitWithoutRest() {
    assertThat(DurationText.format(Duration.ofMinutes(90))).isEqualTo("90m");
  }
}

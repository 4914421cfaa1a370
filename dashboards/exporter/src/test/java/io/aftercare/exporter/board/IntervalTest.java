package io.aftercare.exporter.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wilson's interval against published figures. */
class IntervalTest {
  /**
   * The first three are R. G. Newcombe, Two-sided confidence intervals for the single proportion,
   * Statistics in Medicine 17 (1998), table I, method 3; the last is z^2 / (n + z^2) by hand.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718",
    "20, 20, 0.8389, 1.0000",
  })
  void isWhatWasPublished(long part, long whole, double low, double high) {
    assertThat(Interval.of(part, whole)).isEqualTo(new Interval(low, high));
  }

  @Test
  void aShareOfNothingHasNone() {
    assertThat(Interval.of(0, 0)).isNull();
    assertThat(Interval.of(2, 1)).isNull();
  }
}

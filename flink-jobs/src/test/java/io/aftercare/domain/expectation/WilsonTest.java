package io.aftercare.domain.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  /**
   * R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
   * Medicine 17 (1998), table I, method 3.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718",
    "29, 29, 0.8830, 1.0000"
  })
  void theIntervalIsThePublishedOne(long had, long all, double low, double high) {
    Wilson interval = Wilson.of(had, all);
    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void whoHasItAndWhoHasNotMirrorEachOther() {
    for (int had = 0; had <= 40; had++) {
      Wilson some = Wilson.of(had, 40);
      Wilson others = Wilson.of(40 - had, 40);
      assertThat(some.low()).isCloseTo(1 - others.high(), within(1e-12));
      assertThat(some.low()).isBetween(0.0, had / 40.0);
      assertThat(some.high()).isBetween(had / 40.0, 1.0);
    }
  }

  @Test
  void ofNoneNothingIsKnown() {
    assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
  }

  @Test
  void moreThanAllIsRefused() {
    assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessage("3 of 2");
  }
}

package io.aftercare.launcher.replay.report.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void aRatioHasFourDecimalsAtMostAndOneAtLeast() {
    assertThat(Decimals.ratio(1, 3)).isEqualTo("0.3333");
    assertThat(Decimals.ratio(2, 3)).isEqualTo("0.6667");
    assertThat(Decimals.ratio(1, 4)).isEqualTo("0.25");
    assertThat(Decimals.ratio(4, 4)).isEqualTo("1.0");
    assertThat(Decimals.ratio(0, 4)).isEqualTo("0.0");
  }

  @Test
  void withoutAnythingToDivideByThereIsNone() {
    assertThat(Decimals.ratio(0, 0)).isEmpty();
    assertThat(Decimals.averageSeconds(0, 0)).isEmpty();
  }

  /** 1/32 = 0.03125 and 3/32 = 0.09375 are doubles: their ties go to the even digit. */
  @Test
  void aTieGoesToTheEvenDigit() {
    assertThat(Decimals.ratio(1, 32)).isEqualTo("0.0312");
    assertThat(Decimals.ratio(3, 32)).isEqualTo("0.0938");
  }

  @Test
  void aMeanIsInSeconds() {
    assertThat(Decimals.averageSeconds(100_000, 3)).isEqualTo("33.3333");
    assertThat(Decimals.averageSeconds(1, 1)).isEqualTo("0.001");
    assertThat(Decimals.averageSeconds(90_000, 3)).isEqualTo("30.0");
  }
}

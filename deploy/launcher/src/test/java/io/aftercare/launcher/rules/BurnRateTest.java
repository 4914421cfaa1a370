package io.aftercare.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurnRateTest {
  /** By hand: 0.02 * 168 / 1 = 3.36; 0.05 * 168 / 6 = 1.4; half way for 0.8: (1 + 5) / 2 = 3. */
  @ParameterizedTest
  @CsvSource({
    "FAST, 0.8, 3, 0.6, 20",
    "FAST, 0.85, 3.36, 0.504, 20",
    "FAST, 0.9, 3.36, 0.336, 20",
    "FAST, 0.5, 1.5, 0.75, 20",
    "FAST, 0.99, 3.36, 0.0336, 149",
    "SLOW, 0.8, 1.4, 0.28, 20",
    "SLOW, 0.85, 1.4, 0.21, 24",
    "SLOW, 0.1, 1.055556, 0.95, 20",
    "SLOW, 0.999, 1.4, 0.0014, 3572"
  })
  void factorsByHand(BurnWindow window, double objective, double factor, double ratio, long n) {
    BurnRate rate = BurnRate.of(window, objective);
    assertThat(rate.factor()).isCloseTo(factor, within(1e-6));
    assertThat(rate.breachRatio()).isCloseTo(ratio, within(1e-9));
    assertThat(rate.settledAtLeast()).isEqualTo(n);
    assertThat(rate.obstacle()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.1, 0.5, 0.8, 0.85, 0.9, 0.95, 0.99, 0.995})
  void whateverTheObjectiveTheAlertCanFireAndKeepingThePromiseDoesNotFireIt(double objective) {
    for (BurnWindow window : BurnWindow.values()) {
      BurnRate rate = BurnRate.of(window, objective);
      assertThat(rate.breachRatio()).isLessThan(1).isGreaterThan(1 - objective);
      assertThat(rate.obstacle()).isEmpty();
    }
  }

  @Test
  void theTextbooksFactorIsBeyondTotalFailure() {
    assertThat(new BurnRate(0.9, 14.4).obstacle())
        .isEqualTo(
            "at factor 14.4 it waits for more than 144 % of the clocks to breach, which cannot be:"
                + " an objective of 0.9 burns at 10 at most");
    assertThat(new BurnRate(0.9, 10).obstacle()).as("exactly total failure").isNotEmpty();
    assertThat(new BurnRate(0.95, 14.4).obstacle()).isEmpty();
  }

  @Test
  void anObjectiveThatAsksForMoreClocksThanThereAreIsRefused() {
    // 5 / (3.36 * 0.0001) = 14880.95
    assertThat(BurnRate.of(BurnWindow.FAST, 0.9999).obstacle())
        .isEqualTo(
            "at factor 3.36 it waits for 14881 settled clocks in its window (more than 10000), to"
                + " be sure of 5 breaches");
  }
}

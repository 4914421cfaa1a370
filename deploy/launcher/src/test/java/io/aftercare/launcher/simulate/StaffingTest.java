package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StaffingTest {
  /**
   * By hand: sum of 5^k/k! for k = 0..8 is 138.3072, 5^8/8! = 9.6881, so B = 0.07005 and C =
   * 0.07005 / (1 - 0.625 x 0.92995) = 0.1673.
   */
  @Test
  void erlang_c_of_eight_agents_and_five_erlangs() {
    assertThat(Staffing.erlangC(8, 5)).isCloseTo(0.1673, within(0.0001));
  }

  /** By hand: 1 - 0.1673 x exp(-3 x 20 / 180) = 1 - 0.1673 x 0.7165 = 0.8801. */
  @Test
  void service_level_of_a_hundred_calls_an_hour_of_three_minutes_within_twenty_seconds() {
    assertThat(Staffing.serviceLevel(8, 5, 180, 20)).isCloseTo(0.8801, within(0.0001));
  }

  /** With 7 agents C = 0.3241 and the level is 1 - 0.3241 x exp(-2/9) = 0.7405 < 0.8. */
  @Test
  void the_fewest_agents_that_reach_the_goal_are_planned() {
    assertThat(Staffing.forServiceLevel(hour -> 100, 180, 20, 0.80)).hasSize(168).containsOnly(8);
    assertThat(Staffing.forServiceLevel(hour -> 100, 180, 20, 0.70)).containsOnly(7);
  }

  /** 16 + 0.5 x 4 = 18 and 1.12 x 16 = 17.92; 90 + 0.5 x 9.5 = 94.7 but 1.12 x 90 = 100.8. */
  @Test
  void square_root_staffing_with_a_margin_for_busy_days() {
    assertThat(Staffing.forLoad(hour -> 16, 0.5)).containsOnly(18);
    assertThat(Staffing.forLoad(hour -> 90, 0.5)).containsOnly(101);
    assertThat(Staffing.forLoad(hour -> 0, 0.5)).containsOnly(1);
  }
}

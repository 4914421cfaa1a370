package io.aftercare.domain.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriversTest {
  private static final Dispersion CHANCE = new Dispersion(1, 0);

  private static Score spike(long observed, double expected) {
    return new Score("a", 7, 60, observed, expected);
  }

  @Test
  void values_are_added_until_seven_tenths_are_explained() {
    // Usually 9.5 of each of x, y, z, each + 0.5: a third of 6 expected is 2.
    Shares usual = Shares.of(0, Map.of("x", 9.5, "y", 9.5, "z", 9.5));
    Drivers.Tally tally = new Drivers.Tally("outlet", Map.of("x", 12L, "y", 8L, "z", 3L), usual);

    Drivers found = Drivers.of(spike(23, 6), CHANCE, List.of(tally));

    assertThat(found.ranked()).extracting(Driver::value).containsExactly("x", "y", "z");
    assertThat(found.ranked()).extracting(Driver::expected).containsOnly(2.0);
    assertThat(found.ranked()).extracting(Driver::excess).containsExactly(10.0, 6.0, 1.0);
    // 10 of 17 are 59 %, 16 of 17 are 94 %
    assertThat(found.explaining()).extracting(Driver::value).containsExactly("x", "y");
    assertThat(found.explaining().get(0).shareOfExcess()).isCloseTo(10 / 17., within(1e-12));
  }

  @Test
  void a_value_never_seen_is_half_a_complaint_and_the_dimension_costs_its_choice() {
    Shares usual = Shares.of(0, Map.of("old", 98.5));
    Drivers.Tally tally = new Drivers.Tally("fault", Map.of("new", 3L), usual);
    Driver driver = Drivers.of(spike(30, 20), CHANCE, List.of(tally)).ranked().get(0);
    // 0.5 of 99.5 of 20 expected; Poisson P(N >= 3), mean 0.1005: 1 - e^-m (1 + m + m^2 / 2)
    double m = 20 * 0.5 / 99.5;
    double p = 1 - Math.exp(-m) * (1 + m + m * m / 2);
    assertThat(driver.expected()).isCloseTo(m, within(1e-12));
    assertThat(driver.score()).isCloseTo(-Math.log10(p) - Math.log10(2), within(1e-9));
  }

  @Test
  void without_complaints_there_are_no_drivers() {
    Drivers none =
        Drivers.of(spike(5, 1), CHANCE, List.of(new Drivers.Tally("a", Map.of(), new Shares())));
    assertThat(none.ranked()).isEmpty();
    assertThat(none.explaining()).isEmpty();
  }

  @Test
  void two_weeks_halve_what_a_value_weighs() {
    Shares shares = new Shares();
    shares.learn(0, Map.of("a", 8L, "b", 1L));
    shares.learn(14 * 96 * Bin.MILLIS, Map.of("b", 1L));
    assertThat(shares.weights()).containsEntry("a", 4.0).containsEntry("b", 1.5);
    Shares copy = Shares.of(shares.asOf(), shares.weights());
    copy.learn(shares.asOf() + 14 * 96 * Bin.MILLIS, Map.of());
    assertThat(copy.weights()).containsEntry("a", 2.0);
    assertThat(shares.weights()).containsEntry("a", 4.0);
  }

  @Test
  void what_is_long_gone_is_forgotten_and_only_the_most_usual_are_kept() {
    Shares shares = new Shares();
    shares.learn(0, Map.of("gone", 1L));
    shares.learn(14 * 96 * Bin.MILLIS * 7, Map.of("here", 1L));
    assertThat(shares.weights()).containsOnlyKeys("here");
    Map<String, Long> many = new HashMap<>();
    for (int i = 0; i < Shares.MOST + 20; i++) {
      many.put("v" + i, i < 20 ? 1L : 2L);
    }
    Shares full = new Shares();
    full.learn(0, many);
    assertThat(full.weights()).hasSize(Shares.MOST).doesNotContainKey("v0").containsKey("v20");
  }
}

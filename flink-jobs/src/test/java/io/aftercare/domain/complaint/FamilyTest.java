package io.aftercare.domain.complaint;

import static io.aftercare.domain.complaint.SpikeData.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FamilyTest {
  private static final long MONDAY = 1_704_067_200_000L;
  private static final LocalWeek WEEK = LocalWeek.of(ZoneId.of("UTC"));

  private final Random random = new Random(7);

  private static Bin bin(long number) {
    return WEEK.bin(MONDAY + number * Bin.MILLIS, true);
  }

  /** 0 to 3 of a, 0 to 8 of b, and their sum. */
  private Map<String, Long> counts() {
    long a = random.nextInt(4);
    long b = random.nextInt(9);
    return Map.of("a", a, "b", b, Family.TOTAL, a + b);
  }

  private Family learnt(int bins) {
    Family family = new Family(SpikeTerms.standard());
    for (int i = 0; i < bins; i++) {
      family.learn(bin(i), counts(), 99);
    }
    return family;
  }

  private static Map<String, List<Double>> numbers(Family family) {
    Map<String, List<Double>> numbers = new TreeMap<>();
    family
        .members()
        .forEach(
            (category, baseline) -> {
              List<Double> all = new ArrayList<>();
              for (double each : baseline.values()) {
                all.add(each);
              }
              numbers.put(category, all);
            });
    return numbers;
  }

  @Test
  void scoring_changes_nothing_and_says_what_learning_says() {
    Family family = learnt(700);
    Map<String, List<Double>> before = numbers(family);
    Map<String, Long> counts = Map.of("a", 9L, "b", 2L, "new", 4L, Family.TOTAL, 15L);

    List<Score> scored = family.score(bin(700), counts, 0);

    assertThat(numbers(family)).isEqualTo(before);
    assertThat(family.last()).isEqualTo(bin(699).start());
    assertThat(family.learn(bin(700), counts, 0)).isEqualTo(scored);
    assertThat(scored).extracting(Score::category).containsExactly(Family.TOTAL, "a", "b", "new");
  }

  @Test
  void a_copy_goes_its_own_way() {
    Family family = learnt(100);
    Map<String, List<Double>> before = numbers(family);
    Family copy = family.copy();
    copy.learn(bin(100), counts(), 0);
    assertThat(numbers(family)).isEqualTo(before);
    assertThat(numbers(copy)).isNotEqualTo(before);
    assertThat(family.last()).isEqualTo(bin(99).start());
  }

  @Test
  void what_was_kept_goes_on_as_if_it_had_never_stopped() {
    Family family = learnt(800);
    Map<String, Baseline> kept = new HashMap<>();
    family
        .members()
        .forEach((category, each) -> kept.put(category, Baseline.of(each.values().clone())));
    Family restored = Family.of(SpikeTerms.standard(), family.last(), kept);
    for (int i = 800; i < 900; i++) {
      Map<String, Long> counts = counts();
      assertThat(restored.learn(bin(i), counts, 0)).isEqualTo(family.learn(bin(i), counts, 0));
    }
    assertThat(numbers(restored)).isEqualTo(numbers(family));
  }

  @Test
  void numbers_of_another_size_are_no_baseline() {
    assertThatThrownBy(() -> Baseline.of(new double[3]))
        .hasMessage("a baseline is " + Baseline.SIZE + " numbers, not 3");
  }

  @Test
  void a_baseline_weighs_no_more_than_four_and_a_half_kilobytes() {
    assertThat(Baseline.SIZE * Double.BYTES).isLessThanOrEqualTo(4500);
  }

  @Test
  void bins_come_one_after_the_other() {
    Family family = learnt(2);
    assertThatThrownBy(() -> family.learn(bin(3), counts(), 0))
        .hasMessageContaining("comes %d, not %d".formatted(bin(2).start(), bin(3).start()));
    assertThatThrownBy(() -> family.score(bin(1), counts(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void passing_over_bins_is_learning_that_their_source_was_down() {
    for (int gap : new int[] {0, 1, 5, 16, 17, 300}) {
      Family stepped = learnt(800);
      Family passed = stepped.copy();
      for (int i = 800; i < 800 + gap; i++) {
        Bin each = bin(i);
        stepped.learn(new Bin(each.start(), each.slot(), false), Map.of(), 0);
      }
      passed.pass(bin(800 + gap).start());
      Map<String, Long> next = counts();
      assertThat(passed.learn(bin(800 + gap), next, 0))
          .as("%s bins", gap)
          .isEqualTo(stepped.learn(bin(800 + gap), next, 0));
      assertThat(numbers(passed).get("a")).isEqualTo(numbers(stepped).get("a"));
    }
  }

  @Test
  void before_the_first_bin_there_is_nothing_to_pass() {
    Family family = new Family(SpikeTerms.standard());
    family.pass(bin(50).start());
    assertThat(family.last()).isEqualTo(Family.NEVER);
    family.learn(bin(2), counts(), 0);
    assertThat(family.last()).isEqualTo(bin(2).start());
  }

  @Test
  void what_is_missing_is_not_zero() {
    Family down = learnt(1400);
    Family zero = down.copy();
    double before = mean(down, bin(1400), "b");
    for (int i = 1400; i < 1400 + 96; i++) {
      down.learn(bin(i), Map.of("a", 1L, "b", Family.DOWN, Family.TOTAL, 5L), 0);
      zero.learn(bin(i), Map.of("a", 1L, Family.TOTAL, 1L), 0);
    }
    assertThat(mean(down, bin(1496), "b") / before).isBetween(0.75, 1.25);
    assertThat(mean(zero, bin(1496), "b") / before).isLessThan(0.6);
  }

  private static double mean(Family family, Bin bin, String category) {
    return in(family.expected(bin), category).mean();
  }

  @Test
  void a_category_joins_with_its_first_complaint_and_stays() {
    Family family = learnt(800);
    family.learn(bin(800), Map.of("late", 2L, Family.TOTAL, 2L), 0);
    family.learn(bin(801), Map.of(Family.TOTAL, 0L), 0);
    assertThat(family.members().keySet()).containsExactly(Family.TOTAL, "a", "b", "late");
    assertThat(in(family.members(), "late").bins()).isEqualTo(2);
    assertThat(in(family.members(), "a").bins()).isEqualTo(802);
  }

  @Test
  void what_comes_of_a_regions_night_a_new_category_knows_by_the_region() {
    Family family = new Family(SpikeTerms.standard());
    for (int i = 0; i < 4 * Bin.PER_WEEK; i++) {
      int hour = i / 4 % 24;
      family.learn(bin(i), Map.of(Family.TOTAL, hour < 8 ? 0L : 30L), 99);
    }
    int monday = 4 * Bin.PER_WEEK;
    for (int i = 0; i < 96; i++) {
      boolean night = i / 4 % 24 < 8;
      family.learn(bin(monday + i), Map.of("late", night ? 0L : 3L, Family.TOTAL, 30L), 99);
    }
    Bin noon = bin(monday + 96 + 48);
    family.pass(noon.start());
    double day = mean(family, noon, "late");
    Bin three = bin(monday + 2 * 96 + 12);
    family.pass(three.start());
    assertThat(mean(family, three, "late")).isLessThan(0.5 * day);
  }

  @Test
  void the_order_in_which_counts_are_put_is_of_no_matter() {
    Family one = learnt(50);
    Family other = one.copy();
    Map<String, Long> rising = new TreeMap<>(Map.of("a", 1L, "x", 3L, "y", 4L, Family.TOTAL, 8L));
    Map<String, Long> falling = new TreeMap<>(java.util.Comparator.reverseOrder());
    falling.putAll(rising);
    assertThat(one.learn(bin(50), rising, 0)).isEqualTo(other.learn(bin(50), falling, 0));
    assertThat(numbers(one)).isEqualTo(numbers(other));
  }

  @Test
  void ten_times_the_usual_is_an_alert_and_the_usual_is_none() {
    Family family = learnt(4 * Bin.PER_WEEK);
    Bin next = bin(4 * Bin.PER_WEEK);
    assertThat(family.score(next, Map.of("a", 2L, "b", 4L, Family.TOTAL, 6L), 3)).isEmpty();
    List<Score> spike = family.score(next, Map.of("a", 2L, "b", 40L, Family.TOTAL, 42L), 5);
    assertThat(spike).extracting(Score::category).containsExactly(Family.TOTAL, "b");
    assertThat(spike.get(1).windowMinutes()).isLessThanOrEqualTo(30);
    assertThat(spike.get(1).observed()).isBetween(40L, 48L);
    assertThat(spike.get(1).expected()).isBetween(3.0, 10.0);
  }

  @Test
  void a_spike_of_some_hours_teaches_little_and_a_new_level_is_learnt_in_days() {
    Family family = learnt(4 * Bin.PER_WEEK);
    int at = 4 * Bin.PER_WEEK;
    double before = mean(family, bin(at), "b");
    for (int i = 0; i < 32; i++) {
      family.learn(bin(at++), Map.of("a", 2L, "b", 40L, Family.TOTAL, 42L), 99);
    }
    assertThat(mean(family, bin(at), "b") / before).isBetween(0.8, 1.2);
    for (int i = 0; i < 5 * 96; i++) {
      family.learn(bin(at++), Map.of("a", 2L, "b", 40L, Family.TOTAL, 42L), 99);
    }
    assertThat(mean(family, bin(at), "b")).isBetween(15.0, 60.0);
  }

  @Test
  void a_silent_region_says_how_likely_its_silence_is() {
    Family family = learnt(2 * Bin.PER_WEEK);
    Expected expected = in(family.expected(bin(2 * Bin.PER_WEEK)), Family.TOTAL);
    assertThat(expected.mean()).isBetween(4.0, 7.0);
    double over = expected.variance() / expected.mean() - 1;
    assertThat(expected.chanceOfNone())
        .isCloseTo(Math.pow(1 + over, -expected.mean() / over), within(1e-12));
  }

  @Test
  void a_holiday_is_a_sunday_and_quarters_are_local() {
    ZoneId newYork = ZoneId.of("America/New_York");
    LocalWeek week = new LocalWeek(newYork, date -> date.equals(LocalDate.of(2024, 7, 4)));
    long thursday = java.time.Instant.parse("2024-07-04T04:15:00Z").toEpochMilli();
    assertThat(week.bin(thursday, true).slot()).isEqualTo(6 * 96 + 1);
    assertThat(week.bin(thursday + 24 * 3_600_000L, true).slot()).isEqualTo(4 * 96 + 1);
    assertThatThrownBy(() -> new Bin(thursday + 1, 0, true)).hasMessageContaining("quarter");
    assertThat(Bin.startOf(-1)).isEqualTo(-Bin.MILLIS);
  }
}

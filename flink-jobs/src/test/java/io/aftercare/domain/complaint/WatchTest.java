package io.aftercare.domain.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.complaint.WatchStep.Move;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final long HOUR = 3_600_000;
  private static final int OLD = 14 * 96;

  private final Watch watch = new Watch(AlertTerms.standard());

  private static Sighting seen(long at, double score) {
    return new Sighting(at, score, 2, OLD, 0);
  }

  private Watched opened() {
    return watch.bin(Watched.NOTHING, seen(0, 6)).watched();
  }

  @Test
  void it_takes_two_customers_to_open() {
    assertThat(watch.bin(Watched.NOTHING, new Sighting(0, 80, 1, OLD, 0)).move())
        .isEqualTo(Move.NONE);
    assertThat(watch.bin(Watched.NOTHING, new Sighting(0, 5, 2, OLD, 0)).move())
        .isEqualTo(Move.OPENED);
  }

  @Test
  void the_first_week_is_for_learning_unless_the_total_is_older() {
    assertThat(watch.opensAt(671, 0)).isInfinite();
    assertThat(watch.opensAt(672, 0)).isEqualTo(5.5);
    assertThat(watch.opensAt(1343, 0)).isEqualTo(5.5);
    assertThat(watch.opensAt(1344, 0)).isEqualTo(5);
    assertThat(watch.opensAt(0, 671)).isInfinite();
    assertThat(watch.opensAt(0, 672)).isEqualTo(5.5);
    assertThat(watch.opensAt(0, 9999)).isEqualTo(5.5);
    assertThat(watch.bin(Watched.NOTHING, new Sighting(0, 5.4, 9, 700, 0)).move())
        .isEqualTo(Move.NONE);
  }

  @Test
  void while_open_it_is_told_again_three_higher_or_a_day_later() {
    Watched open = opened();
    assertThat(watch.bin(open, seen(HOUR, 8.99)).move()).isEqualTo(Move.NONE);
    WatchStep worse = watch.bin(open, seen(HOUR, 9));
    assertThat(worse).isEqualTo(new WatchStep(new Watched(0, 9, 9, HOUR, 0), Move.TOLD_AGAIN));
    assertThat(watch.bin(worse.watched(), seen(2 * HOUR, 11.9)).move()).isEqualTo(Move.NONE);
    assertThat(watch.bin(worse.watched(), seen(25 * HOUR - 1, 5)).move()).isEqualTo(Move.NONE);
    assertThat(watch.bin(worse.watched(), seen(25 * HOUR, 5)).move()).isEqualTo(Move.TOLD_AGAIN);
  }

  @Test
  void what_is_told_again_after_a_day_keeps_its_peak_and_its_opening() {
    Watched later = watch.bin(opened(), seen(24 * HOUR, 3)).watched();
    assertThat(later).isEqualTo(new Watched(0, 6, 3, 24 * HOUR, 0));
  }

  @Test
  void a_bin_that_is_still_open_can_open_an_alert_but_not_close_it() {
    assertThat(watch.glance(Watched.NOTHING, seen(0, 5)).move()).isEqualTo(Move.OPENED);
    Watched open = opened();
    for (int i = 0; i < 10; i++) {
      WatchStep step = watch.glance(open, seen(i, 0));
      assertThat(step.move()).isEqualTo(Move.NONE);
      open = step.watched();
    }
    assertThat(open.open()).isTrue();
    assertThat(watch.glance(open, seen(99, 9.5)).move()).isEqualTo(Move.TOLD_AGAIN);
  }

  @Test
  void a_glance_makes_no_bin_loud_again() {
    Watched quiet = watch.bin(opened(), seen(HOUR, 0)).watched();
    assertThat(quiet.quietBins()).isEqualTo(1);
    assertThat(watch.glance(quiet, seen(HOUR, 0.5)).watched().quietBins()).isEqualTo(1);
  }

  @Test
  void the_watch_list_has_what_is_open_and_what_is_near() {
    assertThat(watch.listed(Watched.NOTHING, 3.99)).isFalse();
    assertThat(watch.listed(Watched.NOTHING, 4)).isTrue();
    assertThat(watch.listed(opened(), 0)).isTrue();
  }
}

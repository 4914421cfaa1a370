package io.aftercare.launcher.laws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Subtasks and partitions are a matter of speed: they change no verdict, no step, no figure. */
class ScaleIT {
  private static final SyntheticInput INPUT = SyntheticInput.of(7, 12_000);

  @Test
  void oneTwoAndFourSubtasksOnOneAndFourPartitionsSayTheSame() throws Exception {
    Outcome one = Trial.run(INPUT, 1, 1);

    assertSame(Trial.run(INPUT, 4, 2), one);
    assertSame(Trial.run(INPUT, 4, 4), one);
    assertSame(Trial.run(INPUT, 1, 4), one);
    assertThat(one.ledger()).hasSizeGreaterThan(1000);
    assertThat(one.figures().sums("aftercare_events_total", "result"))
        .isEqualTo(INPUT.expectedResults());
  }

  private static void assertSame(Outcome found, Outcome expected) {
    assertThat(Differences.between(found, expected)).isEmpty();
    assertThat(found.figures().identitiesHeld()).isTrue();
    assertThat(found.figures().falls()).isEmpty();
  }
}

package io.aftercare.launcher.laws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that fails in the middle changes no verdict, no step, no figure, and no counter falls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
  private static final SyntheticInput INPUT = SyntheticInput.of(2026, 20_000);
  private static final double LAST_FIFTH = 0.8;

  @SuppressWarnings("NullAway.Init")
  private Outcome undisturbed;

  @BeforeAll
  void judgeUndisturbed() throws Exception {
    undisturbed = Trial.run(INPUT, 4, 2);
  }

  @Test
  void judgesLateAndRepeatedEventsLikeTheTidyInput() throws Exception {
    Outcome tidy = Trial.run(INPUT.tidied(), 1, 1);

    assertThat(tidy.ledger()).hasSizeGreaterThan(3000);
    assertThat(Differences.between(undisturbed.ledger(), tidy.ledger())).isEmpty();
    assertThat(Differences.between(undisturbed.steps(), tidy.steps())).isEmpty();
    String[] facts = {
      "aftercare_tickets_", "aftercare_backlog", "aftercare_sla_clocks", "aftercare_sla_verdicts"
    };
    assertThat(Differences.between(undisturbed.figures().net(facts), tidy.figures().net(facts)))
        .isEmpty();
    assertThat(tidy.attention()).hasSizeGreaterThan(50);
    assertThat(Differences.between(undisturbed.attention(), tidy.attention())).isEmpty();
    assertThat(undisturbed.figures().sums("aftercare_sla_corrections_total", "change"))
        .containsKey("breached_to_met");
    assertSound(undisturbed);
  }

  @ParameterizedTest(name = "at {0} of the input")
  @ValueSource(doubles = {0.45, 0.72})
  void survivesAFailureOfATask(double share) throws Exception {
    survives(4, new Mishap(Math.round(INPUT.records().size() * share)));
  }

  @Test
  void survivesAFailureInTheMiddleOfTheLateArrivals() throws Exception {
    Mishap mishap = new Mishap(INPUT.lateFrom() + INPUT.late() / 2);

    survives(1, mishap); // one partition: records pass in the order of the input

    assertThat(mishap.struckAt())
        .isBetween((long) INPUT.lateFrom(), (long) INPUT.lateFrom() + INPUT.late());
  }

  private void survives(int partitions, Mishap mishap) throws Exception {
    Outcome crashed = new Trial(INPUT, partitions, 2, mishap).run();

    assertThat(mishap.struckAt())
        .isPositive()
        .isLessThan(Math.round(INPUT.records().size() * LAST_FIFTH));
    assertThat(mishap.completedBefore()).isGreaterThanOrEqualTo(2);
    assertThat(mishap.publishedBetween()).isTrue();
    assertThat(mishap.restored()).isNotNull().isPositive();
    assertThat(Differences.between(crashed, undisturbed)).isEmpty();
    assertThat(crashed.log())
        .as("some work was done again")
        .hasSizeGreaterThan(undisturbed.log().size());
    assertSound(crashed);
  }

  private static void assertSound(Outcome outcome) {
    Figures figures = outcome.figures();
    assertThat(figures.falls()).isEmpty();
    assertThat(figures.lineages()).hasSize(1);
    assertThat(figures.identitiesHeld()).isTrue();
    assertThat(figures.sums("aftercare_events_read_total", "stream"))
        .containsEntry("tickets", (long) INPUT.records().size());
    assertThat(figures.sums("aftercare_events_total", "result")).isEqualTo(INPUT.expectedResults());
  }
}

package io.aftercare.launcher.simulate;

/**
 * New customers of a branch: an inhomogeneous Poisson process by thinning (Lewis and Shedler 1979):
 * candidates come at the highest rate and each is kept with probability rate(t) / highest.
 */
final class Arrivals {
  private final Agenda agenda;
  private final Branch branch;
  private final Dice dice;
  private final Intake intake;
  private final double meanGapMillis;

  Arrivals(World world, Branch branch, Intake intake) {
    this.agenda = world.agenda;
    this.branch = branch;
    this.dice = Dice.of(world.seed, "arrivals " + branch.region.name());
    this.intake = intake;
    this.meanGapMillis = LocalClock.HOUR / branch.demandCeiling();
  }

  void begin() {
    planNext((double) agenda.now());
  }

  private void planNext(double fromMillis) {
    double next = fromMillis + dice.exponential(meanGapMillis);
    agenda.at((long) next, () -> candidate(next));
  }

  private void candidate(double atMillis) {
    if (dice.chance(branch.demandAt(agenda.now()) / branch.demandCeiling())) {
      intake.arrive(branch);
    }
    planNext(atMillis);
  }
}

package io.aftercare.launcher.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Now and then complaints of one product line and category rise to 5-10 times the region's usual
 * rate for 1-3 h of its day, mostly in one region, sometimes in three.
 */
final class Bursts {
  /** Complaints per ticket outside bursts; what the factor multiplies. */
  static final double USUAL_COMPLAINT_SHARE = 0.04;

  private static final double MASS_SHARE = 0.2;

  private final World world;
  private final Intake intake;
  private final Dice dice;
  private final double meanGapMillis;
  private final List<Incident> incidents = Collections.synchronizedList(new ArrayList<>());

  Bursts(World world, Intake intake, Duration every) {
    this.world = world;
    this.intake = intake;
    this.dice = Dice.of(world.seed, "bursts");
    this.meanGapMillis = every.toMillis();
    planNext();
  }

  /** The bursts that have begun so far, oldest first. */
  List<Incident> incidents() {
    synchronized (incidents) {
      return List.copyOf(incidents);
    }
  }

  private void planNext() {
    Branch first = world.branches.get(dice.below(world.branches.size()));
    long wait = (long) dice.exponential(meanGapMillis);
    world.agenda.after(untilDay(first, wait), () -> begin(first));
  }

  /** Puts off what would begin outside 8-18 h local, when hardly anybody complains. */
  private long untilDay(Branch branch, long wait) {
    long delay = wait;
    int hour = branch.clock.hourOfDay(world.agenda.now() + delay);
    while (hour < 8 || hour >= 18) {
      delay += LocalClock.HOUR;
      hour = branch.clock.hourOfDay(world.agenda.now() + delay);
    }
    return delay;
  }

  private void begin(Branch first) {
    long start = world.agenda.now();
    long end = start + dice.between(LocalClock.HOUR, 3 * LocalClock.HOUR);
    double factor = 5 + 5 * dice.unit();
    List<Branch> hit = dice.chance(MASS_SHARE) ? three(first) : List.of(first);
    Incident incident =
        new Incident(
            Instant.ofEpochMilli(start),
            Instant.ofEpochMilli(end),
            hit.stream().map(branch -> branch.region.name()).toList(),
            Catalogue.PRODUCT_LINES.get(dice.below(Catalogue.PRODUCT_LINES.size())),
            Catalogue.GRIEVANCES.get(dice.below(Catalogue.GRIEVANCES.size())),
            factor);
    incidents.add(incident);
    hit.forEach(branch -> planComplaint(branch, incident));
    planNext();
  }

  private List<Branch> three(Branch first) {
    int at = world.branches.indexOf(first);
    int size = world.branches.size();
    return List.of(first, world.branches.get((at + 1) % size), world.branches.get((at + 2) % size));
  }

  private void planComplaint(Branch branch, Incident incident) {
    double usual = branch.demandAt(world.agenda.now()) * USUAL_COMPLAINT_SHARE;
    double gap = dice.exponential(LocalClock.HOUR / (usual * (incident.factor() - 1)));
    long at = world.agenda.now() + Math.max(1, (long) gap);
    if (at < incident.end().toEpochMilli()) {
      world.agenda.at(
          at,
          () -> {
            intake.complain(branch, incident.productLine(), incident.category());
            planComplaint(branch, incident);
          });
    }
  }
}

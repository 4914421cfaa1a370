package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.TicketEventType.FOLLOW_UP_COMPLETED;
import static io.aftercare.contract.TicketEventType.SURVEY_COMPLETED;

import io.aftercare.contract.FollowUpOutcome;
import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketEvent;
import java.util.List;

/** What is asked once a ticket is resolved: does it work, and how was it (0 to 10). */
final class Aftermath {
  private static final Weighted<FollowUpOutcome> OUTCOMES =
      Weighted.of(
          List.of(FollowUpOutcome.REACHED, FollowUpOutcome.NOT_REACHED, FollowUpOutcome.DECLINED),
          0.80,
          0.15,
          0.05);
  private static final double SURVEY_SHARE = 0.28;

  private final World world;
  private final Dice dice;

  Aftermath(World world) {
    this.world = world;
    this.dice = world.dice;
  }

  void plan(Ticket ticket, ResolutionMode mode) {
    if (!ticket.followedUp && dice.chance(mode == ResolutionMode.ON_SITE ? 0.85 : 0.30)) {
      long when =
          mode == ResolutionMode.PHONE_GUIDANCE
              ? dice.between(80 * World.MINUTE, 160 * World.MINUTE)
              : dice.between(2 * World.HOUR, 27 * World.HOUR);
      world.later(ticket, when, () -> followUp(ticket));
    }
    if (!ticket.surveyed && dice.chance(SURVEY_SHARE)) {
      double mood = mood(ticket);
      long when = dice.aboutMillis(3 * World.HOUR, 1.0);
      world.later(ticket, when, () -> survey(ticket, mood));
    }
  }

  private void followUp(Ticket ticket) {
    if (!ticket.branch.attended()) {
      return;
    }
    ticket.followedUp = true;
    FollowUpOutcome outcome = OUTCOMES.draw(dice);
    world.pen.write(ticket, FOLLOW_UP_COMPLETED, AGENT, event -> event.setFollowUpOutcome(outcome));
  }

  /** Waiting, complaining and reopening cost points. */
  private double mood(Ticket ticket) {
    boolean late = world.agenda.now() - ticket.createdMillis > ticket.targetMillis();
    return 8.8
        - (late ? 3 : 0)
        - (ticket.complained ? 2 : 0)
        - (ticket.reopened ? 1 : 0)
        + 1.4 * dice.gaussian();
  }

  private void survey(Ticket ticket, double mood) {
    ticket.surveyed = true;
    double score = Math.min(10, Math.max(0, StrictMath.rint(mood)));
    world.pen.write(ticket, SURVEY_COMPLETED, CUSTOMER, event -> putScore(event, score));
  }

  private static void putScore(TicketEvent event, double score) {
    event.setSurveyScore(score);
    event.setSurveyMin(0.0);
    event.setSurveyMax(10.0);
  }
}

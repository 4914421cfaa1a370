package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.ActorType.SYSTEM;
import static io.aftercare.contract.TicketEventType.FOLLOW_UP_COMPLETED;
import static io.aftercare.contract.TicketEventType.SURVEY_COMPLETED;
import static io.aftercare.contract.TicketEventType.SURVEY_SENT;

import io.aftercare.contract.FollowUpOutcome;
import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.TicketEvent;
import java.util.List;

/** What is asked once a ticket is resolved: does it work, and how was it (0 to 10). */
final class Aftermath {
  private static final Weighted<FollowUpOutcome> OUTCOMES =
      Weighted.of(
          List.of(FollowUpOutcome.REACHED, FollowUpOutcome.NOT_REACHED, FollowUpOutcome.DECLINED),
          0.85,
          0.13,
          0.02);

  /** Most tickets are followed up, most of those in time. */
  private static final double FOLLOW_UP_SHARE = 0.98;

  private static final double FOLLOW_UP_LATE_SHARE = 0.03;
  private static final int ATTEMPTS = 4;
  private static final double SURVEY_SHARE = 0.28;

  /** Of those who do not answer a survey, so many were sent one. */
  private static final double UNANSWERED_SHARE = 0.06;

  private final World world;
  private final Dice dice;

  Aftermath(World world) {
    this.world = world;
    this.dice = world.dice;
  }

  void plan(Ticket ticket, ResolutionMode mode) {
    if (!ticket.followedUp && dice.chance(FOLLOW_UP_SHARE)) {
      boolean guided = mode == ResolutionMode.PHONE_GUIDANCE;
      world.later(ticket, untilFollowUp(guided), () -> followUp(ticket, guided, 1));
    }
    if (!ticket.surveyed && dice.chance(SURVEY_SHARE)) {
      double mood = mood(ticket);
      long when = dice.aboutMillis(3 * World.HOUR, 1.0);
      world.later(ticket, when / 4, () -> sendSurvey(ticket));
      world.later(ticket, when, () -> survey(ticket, mood));
    } else if (!ticket.surveyed && world.careDice.chance(UNANSWERED_SHARE)) {
      world.later(ticket, world.careDice.between(0, World.HOUR), () -> sendSurvey(ticket));
    }
  }

  private void sendSurvey(Ticket ticket) {
    world.pen.write(ticket, SURVEY_SENT, SYSTEM);
  }

  /** Promised within 24 h, after guidance by phone two hours later. */
  private long untilFollowUp(boolean guided) {
    if (dice.chance(FOLLOW_UP_LATE_SHARE)) {
      return dice.between(25 * World.HOUR, 30 * World.HOUR);
    }
    return guided
        ? dice.between(92 * World.MINUTE, 125 * World.MINUTE)
        : dice.between(2 * World.HOUR, 20 * World.HOUR);
  }

  /** Who is not reached is called again, soon after guidance and later otherwise. */
  private void followUp(Ticket ticket, boolean guided, int attempt) {
    if (!ticket.branch.attended()) {
      return;
    }
    ticket.followedUp = true;
    FollowUpOutcome outcome = OUTCOMES.draw(dice);
    world.pen.write(ticket, FOLLOW_UP_COMPLETED, AGENT, event -> event.setFollowUpOutcome(outcome));
    if (outcome == FollowUpOutcome.NOT_REACHED && attempt < ATTEMPTS) {
      long again =
          guided
              ? dice.between(4 * World.MINUTE, 9 * World.MINUTE)
              : dice.between(World.HOUR / 2, 90 * World.MINUTE);
      world.later(ticket, again, () -> followUp(ticket, guided, attempt + 1));
    }
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

package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.TicketEventType.COMPLAINT_FILED;

/** Customers who complain: some come for it, others after they have waited too long. */
final class Complaints {
  private static final double UNANSWERED_SHARE = 0.12;
  private static final double OVERDUE_SHARE = 0.18;

  private final World world;
  private final Dice dice;

  Complaints(World world) {
    this.world = world;
    this.dice = world.dice;
  }

  /** Looks at the ticket again when a first reply, and when the solution, should be there. */
  void watch(Ticket ticket) {
    if (dice.chance(UNANSWERED_SHARE)) {
      long goal = ticket.live() ? 3 * World.MINUTE : World.HOUR;
      world.later(ticket, goal, () -> fileUnlessAnswered(ticket));
    }
    if (dice.chance(OVERDUE_SHARE)) {
      long waited = ticket.targetMillis() + dice.between(0, ticket.targetMillis() / 4);
      world.later(ticket, waited, () -> file(ticket));
    }
  }

  private void fileUnlessAnswered(Ticket ticket) {
    if (!ticket.answered) {
      file(ticket);
    }
  }

  void file(Ticket ticket) {
    if (!ticket.complained) {
      ticket.complained = true;
      double anger = -0.4 - 0.6 * dice.unit();
      world.pen.write(ticket, COMPLAINT_FILED, CUSTOMER, event -> event.setSentiment(anger));
    }
  }
}

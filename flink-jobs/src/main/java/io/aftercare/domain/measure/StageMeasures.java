package io.aftercare.domain.measure;

import io.aftercare.domain.ticket.TicketDiff;
import java.util.function.Consumer;

/** Books the time of tickets, and says in which stage they are. */
final class StageMeasures {
  private StageMeasures() {}

  static void of(TicketDiff diff, Consumer<Delta> out) {}
}

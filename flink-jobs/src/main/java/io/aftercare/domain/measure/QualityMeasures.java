package io.aftercare.domain.measure;

import io.aftercare.domain.ticket.TicketDiff;
import java.util.function.Consumer;

/** Counts what was found of the quality of service. */
final class QualityMeasures {
  private QualityMeasures() {}

  static void of(TicketDiff diff, Consumer<Delta> out) {}
}

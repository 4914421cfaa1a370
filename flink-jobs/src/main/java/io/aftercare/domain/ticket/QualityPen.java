package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import java.util.ArrayList;
import java.util.List;

/** The quality of a ticket's service while events are applied, and what is found meanwhile. */
final class QualityPen {
  private Quality known;
  private final List<Finding> found = new ArrayList<>();

  /** A ticket that begins. */
  QualityPen() {
    known = Quality.NONE;
  }

  /** A ticket that goes on. */
  QualityPen(Ticket saved) {
    known = saved.quality();
  }

  /** The first event opened the ticket. */
  void begin(TicketEvent first, long at, Course course) {}

  /**
   * An event took effect.
   *
   * @param before the facts until then
   * @param phase the phase until then
   */
  void follow(TicketEvent event, long at, Facts before, Phase phase, Course course) {}

  /** Settles what is due before {@code at}. */
  void advance(long at, Course course) {}

  /** When something is settled if nothing happens, {@link Clock#NEVER} if nothing is. */
  long nextInstant() {
    return known.dueAt();
  }

  Quality known() {
    return known;
  }

  List<Finding> found() {
    return found;
  }
}

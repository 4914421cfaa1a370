package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * The stage of a ticket while events are applied, and the pieces of its time that end meanwhile.
 */
final class Stages {
  private Stage stage;
  private long since;
  private final List<Piece> ended = new ArrayList<>();

  /** A ticket that begins. */
  Stages(long createdAt) {
    stage = Stage.INTAKE;
    since = createdAt;
  }

  /** A ticket that goes on. */
  Stages(Ticket saved) {
    stage = saved.stage();
    since = saved.stageSince();
  }

  /**
   * An event took effect.
   *
   * @param before the facts until then
   */
  void follow(TicketEvent event, long at, Facts before, Course course) {}

  Stage stage() {
    return stage;
  }

  long since() {
    return since;
  }

  List<Piece> ended() {
    return ended;
  }
}

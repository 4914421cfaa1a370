package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.QualityPen.Finds;

/** The survey that is awaited, and every answer. */
final class Survey {
  private long dueAt;

  Survey(long dueAt) {
    this.dueAt = dueAt;
  }

  /** Until when an answer is awaited, {@link Clock#NEVER} if none is. */
  long dueAt() {
    return dueAt;
  }

  void drop() {
    dueAt = Clock.NEVER;
  }

  void follow(TicketEvent event, long at, Finds finds) {
    if (event.type() == EventType.SURVEY_SENT && dueAt == Clock.NEVER) {
      dueAt = QualityPen.settles(at);
    } else if (event.type() == EventType.SURVEY_COMPLETED) {
      answer(event.details(), at, finds);
    }
  }

  private void answer(Details said, long at, Finds finds) {
    if (dueAt != Clock.NEVER) {
      finds.find(FindingKind.SURVEY_ANSWERED, at);
      dueAt = Clock.NEVER;
    }
    if (said.score() == Details.NO_SCORE) {
      return;
    }
    finds.find(FindingKind.ofSatisfaction(said.score()), at, said.score());
    if (said.tenPoint()) {
      finds.find(FindingKind.ofRecommendation(said.score()), at);
    }
  }

  /** Settles the survey if that is due before {@code at}. */
  void advance(long at, Finds finds) {
    if (dueAt < at && dueAt != Clock.NEVER) {
      finds.find(FindingKind.SURVEY_UNANSWERED, dueAt);
      dueAt = Clock.NEVER;
    }
  }
}

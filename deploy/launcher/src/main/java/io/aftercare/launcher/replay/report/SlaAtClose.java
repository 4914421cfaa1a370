package io.aftercare.launcher.replay.report;

import io.aftercare.contract.ClockVerdict;

/**
 * Whether a ticket kept its SLA, as counted on the day it was first closed: the verdict of its
 * first clock; for a ticket without such a clock what the source claims. A source that has claimed
 * a miss by then has missed, whatever it says later.
 */
enum SlaAtClose {
  MET,
  MISSED,
  NONE;

  static SlaAtClose of(TicketStory story, String sla, Step closed) {
    ClockRow clock = story.firstClock(sla);
    return clock == null ? claim(story, closed) : verdict(clock.verdict());
  }

  private static SlaAtClose verdict(ClockVerdict verdict) {
    return switch (verdict) {
      case MET -> MET;
      case BREACHED -> MISSED;
      default -> NONE;
    };
  }

  private static SlaAtClose claim(TicketStory story, Step closed) {
    boolean missed =
        story.steps().stream()
            .filter(step -> !step.at().isAfter(closed.at()))
            .anyMatch(step -> step.sourceClaim().equals("missed"));
    if (missed) {
      return MISSED;
    }
    return closed.sourceClaim().equals("met") ? MET : NONE;
  }
}

package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.ClockMetric;

/**
 * The last time that a metric ran: what happened, whatever is promised. Clocks of all slots follow
 * it.
 *
 * @param number how often it ran, from 1: the cycle of its clocks
 * @param since when it began, ms since 1970
 * @param running whether it has not ended
 */
public record Episode(ClockMetric metric, int number, long since, boolean running) {

  /** The same, over. */
  Episode ended() {
    return running ? new Episode(metric, number, since, false) : this;
  }

  /** The same, begun at that instant if that is earlier. */
  Episode from(long start) {
    return start < since ? new Episode(metric, number, start, running) : this;
  }
}

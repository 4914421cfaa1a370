package io.aftercare.domain.sla;

/** What starts and stops a clock. */
public enum ClockMetric {
  /** From the customer's contact to the first public reply by a human. */
  FIRST_RESPONSE,
  /** From creation (or reopening, as the next cycle) to resolution. */
  RESOLUTION
}

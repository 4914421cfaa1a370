package io.aftercare.domain.expectation;

/** What is expected of a region. Times in ms. */
public enum Figure {
  /** Tickets created in an hour. */
  CREATED("created"),
  /** Tickets resolved in an hour. */
  RESOLVED("resolved"),
  /** Open tickets at the end of an hour. */
  BACKLOG("backlog"),
  /** Median time to the first response, of those given in an hour. */
  FIRST_RESPONSE("first_response"),
  /** Median time to resolution, of those resolved in an hour. */
  RESOLUTION("resolution"),
  /** Events in an hour. */
  EVENTS("events");

  private final String label;

  Figure(String label) {
    this.label = label;
  }

  /** As metrics write it. */
  public String label() {
    return label;
  }

  /** Whether twice the time has twice as much of it. */
  boolean adds() {
    return this == CREATED || this == RESOLVED || this == EVENTS;
  }
}

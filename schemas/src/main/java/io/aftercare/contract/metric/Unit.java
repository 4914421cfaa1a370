package io.aftercare.contract.metric;

/** What a metric's value is measured in: base units of Prometheus, or the things it counts. */
public enum Unit {
  /** A span of time. */
  SECONDS("seconds"),
  /** An instant, UTC, since 1970. */
  UNIX_SECONDS("Unix time in seconds"),
  /** From 0 to 1. */
  RATIO("ratio"),
  /** Service tickets. */
  TICKETS("tickets"),
  /** Complaints of customers. */
  COMPLAINTS("complaints"),
  /** Complaints on average, which are no whole number. */
  MEAN_COMPLAINTS("complaints"),
  /** How unlikely something is, as a power of ten. */
  SCORE("-log10 of a chance"),
  /** Visits of contacts (calls, chats) to queues. */
  CALLS("calls"),
  /** Parts of contacts that one agent handled. */
  LEGS("legs"),
  /** Calls that customers were promised. */
  CALLBACKS("callbacks"),
  /** People who serve. */
  AGENTS("agents"),
  /** SLA clocks of tickets and callbacks. */
  CLOCKS("clocks"),
  /** Warnings of clocks. */
  WARNINGS("warnings"),
  /** Things done to tickets. */
  ACTIONS("actions"),
  /** Records of an input topic. */
  EVENTS("events"),
  /** Observations in a histogram. */
  OBSERVATIONS("observations"),
  /** Policies and calendars. */
  POLICIES("policies"),
  /** A plain number: 0 or 1, or a difference. */
  NONE("none");

  private final String label;

  Unit(String label) {
    this.label = label;
  }

  /** The unit in words. */
  public String label() {
    return label;
  }
}

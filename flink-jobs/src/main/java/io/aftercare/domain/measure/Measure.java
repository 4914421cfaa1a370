package io.aftercare.domain.measure;

/**
 * What is counted. The metric catalogue has an entry of the same name for each, with its exported
 * name, labels, help and buckets; a test compares.
 */
public enum Measure {
  TICKETS_CREATED(Kind.COUNTER),
  TICKETS_CREATED_RETRACTED(Kind.COUNTER),
  TICKETS_RESOLVED(Kind.COUNTER),
  TICKETS_RESOLVED_RETRACTED(Kind.COUNTER),
  TICKETS_REOPENED(Kind.COUNTER),
  TICKETS_REOPENED_RETRACTED(Kind.COUNTER),
  TICKETS_CLOSED(Kind.COUNTER),
  TICKETS_CLOSED_RETRACTED(Kind.COUNTER),
  TICKETS_CANCELLED(Kind.COUNTER),
  TICKETS_CANCELLED_RETRACTED(Kind.COUNTER),
  TICKETS_TRANSFERRED(Kind.COUNTER),
  TICKETS_TRANSFERRED_RETRACTED(Kind.COUNTER),
  FIRST_RESPONSE_SECONDS(Kind.HISTOGRAM),
  RESOLUTION_SECONDS(Kind.HISTOGRAM),
  OBSERVATIONS_CORRECTED(Kind.COUNTER),
  SLA_CLOCKS_OPENED(Kind.COUNTER),
  SLA_CLOCKS_OPENED_RETRACTED(Kind.COUNTER),
  SLA_VERDICTS(Kind.COUNTER),
  SLA_VERDICTS_RETRACTED(Kind.COUNTER),
  SLA_CORRECTIONS(Kind.COUNTER),
  SLA_WARNINGS(Kind.COUNTER),
  SLA_WARNINGS_RETRACTED(Kind.COUNTER),
  SLA_OPEN_CLOCKS(Kind.GAUGE),
  SLA_AT_RISK_CLOCKS(Kind.GAUGE),
  SLA_SHADOW_CLOCKS(Kind.GAUGE),
  CLOCK_ACTIONS(Kind.COUNTER),
  CLOCK_ACTIONS_RETRACTED(Kind.COUNTER),
  CLOCK_ANOMALIES(Kind.COUNTER),
  CLOCK_ANOMALIES_RETRACTED(Kind.COUNTER),
  BACKLOG_TICKETS(Kind.GAUGE),
  ORPHAN_TICKETS(Kind.GAUGE),
  EVENTS_READ(Kind.COUNTER),
  EVENTS(Kind.COUNTER),
  EVENTS_REJECTED(Kind.COUNTER),
  EVENTS_LATE(Kind.COUNTER),
  EVENTS_SKEWED(Kind.COUNTER),
  EVENTS_UNKNOWN_VALUE(Kind.COUNTER),
  IDENTITY_IMBALANCE(Kind.GAUGE),
  WATERMARK_TIMESTAMP(Kind.GAUGE),
  CATCHING_UP(Kind.GAUGE),
  CHECKPOINT_TIMESTAMP(Kind.GAUGE),
  BUILD_INFO(Kind.GAUGE),
  POLICY_INFO(Kind.GAUGE),
  POLICIES_REFUSED(Kind.COUNTER),
  /** In ms. */
  SLA_TARGET_SECONDS(Kind.GAUGE),
  /** In millionths. */
  SLA_TARGET_RATIO(Kind.GAUGE);

  /** How amounts of one series combine. */
  public enum Kind {
    /** Adds up, never falls. */
    COUNTER,
    /** Changes by positive and negative amounts. */
    GAUGE,
    /** Observations in ms, by bucket. */
    HISTOGRAM
  }

  private final Kind kind;

  Measure(Kind kind) {
    this.kind = kind;
  }

  /** How amounts of its series combine. */
  public Kind kind() {
    return kind;
  }
}

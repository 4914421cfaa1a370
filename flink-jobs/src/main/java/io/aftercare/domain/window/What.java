package io.aftercare.domain.window;

/** What happened, or was judged, that windows count. */
public enum What {
  CREATED(0),
  FIRST_RESPONSE(1),
  RESOLVED(2),
  REOPENED(3),
  CLOSED(4),
  CANCELLED(5),
  TRANSFERRED_IN(6),
  TRANSFERRED_OUT(7),
  /** An event was applied. */
  EVENT(8),
  SLA_MET(9),
  SLA_BREACHED(10);

  /** How many there are. */
  static final int KINDS = values().length;

  /** Its place in a row of counts, from 0. */
  final int place;

  What(int place) {
    this.place = place;
  }

  /** Whether it is of an sla. */
  public boolean isVerdict() {
    return this == SLA_MET || this == SLA_BREACHED;
  }
}

package io.aftercare.domain.sla;

/** Where a clock stands. It opens RUNNING and settles once: MET, BREACHED or CANCELLED. */
public enum Verdict {
  RUNNING,
  PAUSED,
  MET,
  BREACHED,
  CANCELLED;

  /** The word used in labels and files. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

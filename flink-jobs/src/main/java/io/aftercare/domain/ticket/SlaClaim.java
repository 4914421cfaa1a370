package io.aftercare.domain.ticket;

/** What a source system claims of its own SLA; passed through, never judged. */
public enum SlaClaim {
  UNKNOWN,
  MET,
  MISSED;

  /** The word used in labels and files. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

package io.aftercare.domain.sla;

/** Priority of a ticket; P1 is the most urgent. */
public enum Priority {
  UNKNOWN,
  P1,
  P2,
  P3,
  P4;

  /** The word used in labels and files. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

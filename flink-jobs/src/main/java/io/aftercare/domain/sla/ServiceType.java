package io.aftercare.domain.sla;

/** Kind of after-sales service. */
public enum ServiceType {
  UNKNOWN,
  INQUIRY,
  CONSULTATION,
  INSTALLATION,
  MAINTENANCE,
  REPAIR,
  RETURN,
  COMPLAINT,
  OTHER;

  /** The word used in labels and files. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

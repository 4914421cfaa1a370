package io.aftercare.domain.sla;

/** Status of a ticket in our words; policies say which of them pause a clock. */
public enum TicketStatus {
  UNKNOWN,
  NEW,
  OPEN,
  IN_PROGRESS,
  SCHEDULED,
  WAITING_CUSTOMER,
  WAITING_PARTS,
  WAITING_THIRD_PARTY,
  ON_HOLD,
  RESOLVED,
  CLOSED,
  CANCELLED;

  /** Whether the ticket waits for somebody or something. */
  public boolean waiting() {
    return this == WAITING_CUSTOMER
        || this == WAITING_PARTS
        || this == WAITING_THIRD_PARTY
        || this == ON_HOLD;
  }

  /** The word used in labels and files. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

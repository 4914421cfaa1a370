package io.aftercare.domain.ticket;

/** Who did it. */
public enum ActorType {
  UNKNOWN,
  CUSTOMER,
  AGENT,
  BOT,
  SYSTEM,
  ENGINEER;

  /** The word used in labels and files. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

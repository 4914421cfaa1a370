package io.aftercare.domain.sla;

/** Whether a customer waits on the line (live) or for a message (async). */
public enum ChannelClass {
  LIVE,
  ASYNC;

  /** The word used in labels and files. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

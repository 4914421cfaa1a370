package io.aftercare.domain.ticket;

/** Steps in a ticket's life that measures count. */
public enum MilestoneKind {
  CREATED,
  FIRST_RESPONSE,
  RESOLVED,
  REOPENED,
  CLOSED,
  CANCELLED,
  MERGED,
  SPAM,
  TRANSFERRED_OUT,
  TRANSFERRED_IN;

  /** The word used in ids. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(java.util.Locale.ROOT);
}

package io.aftercare.domain.ticket;

import java.util.Locale;

/** What people and machines do to a ticket that moves a clock without serving the customer. */
public enum ActionKind {
  /** A running clock was made to stand still. */
  PAUSED,
  /** The priority was lowered. */
  DOWNGRADED,
  /** The ticket was given to another hand: agent, queue or region. */
  REASSIGNED,
  /** The ticket was resolved or closed. */
  CLOSED,
  /** A follow-up came before the span in which it makes sense. */
  TOO_EARLY,
  /** An event was written down more than a minute after it is said to have happened. */
  BACK_DATED,
  /** A machine answered where a first response was awaited. */
  AUTO_REPLY,
  /** Somebody wrote what the customer cannot see, where a first response was awaited. */
  INTERNAL_NOTE,
  /** Somebody looked at the ticket, where a first response was awaited. */
  READ;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}

package io.aftercare.exporter.ledger;

/** Finds the log of a ticket. */
@FunctionalInterface
public interface TicketSearch {
  /** The log, empty if there is none: then all was searched. */
  TicketLog find(String ticketId) throws Unavailable;

  /** Why it cannot be found out now. */
  enum Why {
    /** Too many ask at once. */
    BUSY,
    /** The brokers do not answer. */
    UNREACHABLE,
    /** Nothing was found in the time that a search has, and not all was searched. */
    CUT_SHORT
  }

  /** Cannot be found out now; the message says why. */
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;
    private final Why why;

    private Unavailable(String message, Why why) {
      super(message);
      this.why = why;
    }

    /** Too many ask at once. */
    public static Unavailable busy(String message) {
      return new Unavailable(message, Why.BUSY);
    }

    /** The brokers do not answer. */
    public static Unavailable unreachable(String message) {
      return new Unavailable(message, Why.UNREACHABLE);
    }

    /** Nothing was found, and not all was searched. */
    public static Unavailable cutShort(String message) {
      return new Unavailable(message, Why.CUT_SHORT);
    }

    public Why why() {
      return why;
    }
  }
}

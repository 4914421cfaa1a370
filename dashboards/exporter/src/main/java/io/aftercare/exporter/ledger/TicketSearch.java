package io.aftercare.exporter.ledger;

/** Finds the log of a ticket. */
@FunctionalInterface
public interface TicketSearch {
  /** The log, empty if there is none as far as could be seen. */
  TicketLog find(String ticketId) throws Unavailable;

  /** Cannot be found out now; the message says why. */
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean busy;

    private Unavailable(String message, boolean busy) {
      super(message);
      this.busy = busy;
    }

    /** Too many ask at once. */
    public static Unavailable busy(String message) {
      return new Unavailable(message, true);
    }

    /** The brokers do not answer. */
    public static Unavailable unreachable(String message) {
      return new Unavailable(message, false);
    }

    /** Whether too many ask at once, and trying again soon is worth it. */
    public boolean isBusy() {
      return busy;
    }
  }
}

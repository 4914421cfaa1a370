package io.aftercare.exporter.ledger;

import java.util.List;

/**
 * What the logs said of one ticket.
 *
 * @param complete whether nothing is missing of either
 */
public record TicketLog(List<SaidRecord> verdicts, List<SaidRecord> milestones, boolean complete) {
  /** Nothing was said, as far as was seen. */
  public static final TicketLog NOTHING_SEEN = new TicketLog(List.of(), List.of(), false);

  public TicketLog {
    verdicts = List.copyOf(verdicts);
    milestones = List.copyOf(milestones);
  }

  /** Whether no record of the ticket is here. */
  public boolean isEmpty() {
    return verdicts.isEmpty() && milestones.isEmpty();
  }

  /** The same, when it is all that the topics hold: a log that is empty is whole then. */
  public TicketLog allThereIs() {
    boolean whole =
        (verdicts.isEmpty() || RevisionLog.isWhole(verdicts))
            && (milestones.isEmpty() || RevisionLog.isWhole(milestones));
    return new TicketLog(verdicts, milestones, whole && !isEmpty());
  }

  /** The same, when the topics may hold more. */
  public TicketLog cutShort() {
    return new TicketLog(verdicts, milestones, false);
  }

  /**
   * The other, and what this one heard since. Whole if the other is, and nothing is missing between
   * the two.
   */
  public TicketLog orMore(TicketLog other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    TicketLog both =
        new TicketLog(
            RevisionLog.continued(other.verdicts, verdicts),
            RevisionLog.continued(other.milestones, milestones),
            false);
    return complete || other.complete ? both.allThereIs() : both;
  }
}

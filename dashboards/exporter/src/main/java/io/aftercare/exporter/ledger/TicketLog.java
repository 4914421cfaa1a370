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

  /** The one of the two that tells more; at equal length the other. */
  public TicketLog orMore(TicketLog other) {
    int here = verdicts.size() + milestones.size();
    boolean more = here > other.verdicts.size() + other.milestones.size();
    return more && !other.complete ? this : other;
  }
}

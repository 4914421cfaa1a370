package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.BirthChange;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.ContactNamed;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.MilestoneEntry;
import io.aftercare.domain.ticket.Repair;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.window.Contribution;
import io.aftercare.flow.wire.WireType;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** What the nodes of the ticket job emit beside their main output. */
public final class TicketOutputs {
  /** Amounts counted where records come in. */
  public static final OutputTag<Delta> INTAKE_DELTAS =
      new OutputTag<>("intake-deltas", TypeInformation.of(Delta.class));

  /** Events that have a say in when a ticket began and what it was merged into. */
  public static final OutputTag<Arrival<TicketEvent>> BEGINNINGS =
      new OutputTag<>("beginnings", WireType.ARRIVAL);

  /** Contacts that tickets name. */
  public static final OutputTag<ContactNamed> CONTACTS =
      new OutputTag<>("contacts", TypeInformation.of(ContactNamed.class));

  /** Records that could not be used. */
  public static final OutputTag<Rejection> REJECTIONS =
      new OutputTag<>("rejections", TypeInformation.of(Rejection.class));

  /** The ledger log. */
  public static final OutputTag<LedgerEntry> LEDGER =
      new OutputTag<>("ledger", TypeInformation.of(LedgerEntry.class));

  /** Steps in tickets' lives. */
  public static final OutputTag<MilestoneEntry> MILESTONES =
      new OutputTag<>("milestones", TypeInformation.of(MilestoneEntry.class));

  /** What happened, as windows count it. */
  public static final OutputTag<Contribution> CONTRIBUTIONS =
      new OutputTag<>("contributions", TypeInformation.of(Contribution.class));

  /** Tickets that come on the attention list, change there, or leave it. */
  public static final OutputTag<AttentionChange> ATTENTION =
      new OutputTag<>("attention-changes", TypeInformation.of(AttentionChange.class));

  /** Tickets that are repairs of a device, change as such, or are none after all. */
  public static final OutputTag<Repair> REPAIRS =
      new OutputTag<>("repairs", TypeInformation.of(Repair.class));

  /** Tickets that join the backlog, move within it, or leave it. */
  public static final OutputTag<BirthChange> BIRTHS =
      new OutputTag<>("births", TypeInformation.of(BirthChange.class));

  private TicketOutputs() {}
}

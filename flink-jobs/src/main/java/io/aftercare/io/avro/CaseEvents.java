package io.aftercare.io.avro;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.complaint.CaseKind;
import io.aftercare.domain.complaint.Grievance;
import java.util.List;
import java.util.Set;

/** From the contract's ticket event to what complaints depend on. */
public final class CaseEvents implements Reading<TicketEvent, CaseEvent> {
  private final ContractNames names;

  /**
   * @param regions the known regions; empty: any is accepted
   */
  public CaseEvents(Set<String> regions) {
    this.names = new ContractNames(regions);
  }

  @Override
  public CaseEvent of(TicketEvent e, List<String> unknown) {
    return new CaseEvent(
        e.getEventId(),
        e.getTicketId(),
        kind(e.getEventType()),
        e.getTicketSeq() == null ? CaseEvent.UNSEQUENCED : e.getTicketSeq(),
        e.getOccurredAt().toEpochMilli(),
        e.getRecordedAt() == null ? CaseEvent.NEVER : e.getRecordedAt().toEpochMilli(),
        byStaff(e.getActorType()),
        stated(e, unknown),
        e.getCorrectsEventId());
  }

  private static CaseKind kind(TicketEventType type) {
    return switch (type) {
      case CREATED -> CaseKind.CREATED;
      case COMPLAINT_FILED -> CaseKind.COMPLAINT_FILED;
      case CORRECTED -> CaseKind.CORRECTED;
      case CLOSED, CANCELLED, MERGED, MARKED_SPAM -> CaseKind.CLOSED;
      default -> CaseKind.OTHER;
    };
  }

  private static boolean byStaff(ActorType actor) {
    return switch (actor) {
      case AGENT, ENGINEER, BOT, SYSTEM -> true;
      case CUSTOMER, UNKNOWN -> false;
    };
  }

  private Grievance stated(TicketEvent e, List<String> unknown) {
    Grievance stated =
        new Grievance(
            names.region(e.getRegion(), "region", unknown),
            names.name(e.getCategory(), "category", unknown),
            names.name(e.getProductLine(), "product_line", unknown),
            names.name(e.getOutlet(), "outlet", unknown),
            names.name(e.getFaultCode(), "fault_code", unknown),
            TicketDetails.hash(e.getCustomerRef()));
    return stated.equals(Grievance.NONE) ? Grievance.NONE : stated;
  }
}

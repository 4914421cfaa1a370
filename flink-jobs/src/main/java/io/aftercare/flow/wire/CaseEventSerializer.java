package io.aftercare.flow.wire;

import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.complaint.CaseKind;
import io.aftercare.domain.complaint.Grievance;
import java.util.List;

/** Serializes an event of a ticket as complaints see it. */
public final class CaseEventSerializer extends WireSerializer<CaseEvent> {
  private static final long serialVersionUID = 1;

  private static final EnumIds<CaseKind> KINDS =
      new EnumIds<>(
          CaseKind.class,
          List.of(
              CaseKind.CREATED,
              CaseKind.COMPLAINT_FILED,
              CaseKind.CORRECTED,
              CaseKind.OTHER,
              CaseKind.CLOSED));

  @Override
  void write(CaseEvent e, WireWriter out) {
    out.text(e.eventId());
    out.text(e.ticketId());
    out.constant(KINDS, e.kind());
    out.instant(~e.sequence(), 0); // its complement: mostly there is none, which takes one byte
    out.signed(e.occurredAt());
    out.instant(e.recordedAt(), e.occurredAt());
    out.unsigned(e.byStaff() ? 1 : 0);
    Grievance stated = e.stated();
    out.name(stated.region());
    out.name(stated.category());
    out.name(stated.productLine());
    out.name(stated.outlet());
    out.name(stated.faultCode());
    out.signed(stated.customer());
    String corrects = e.correctsEventId();
    out.unsigned(corrects == null ? 0 : 1);
    if (corrects != null) {
      out.text(corrects);
    }
  }

  @Override
  CaseEvent read(WireReader in) {
    String eventId = in.text();
    String ticketId = in.text();
    CaseKind kind = in.constant(KINDS);
    long sequence = ~in.instant(0);
    long occurredAt = in.signed();
    return new CaseEvent(
        eventId,
        ticketId,
        kind,
        sequence,
        occurredAt,
        in.instant(occurredAt),
        in.unsigned() == 1,
        new Grievance(in.name(), in.name(), in.name(), in.name(), in.name(), in.signed()),
        in.unsigned() == 1 ? in.text() : null);
  }

  @Override
  public CaseEventSerializer duplicate() {
    return new CaseEventSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<CaseEvent> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(CaseEventSerializer::new));
    }
  }
}

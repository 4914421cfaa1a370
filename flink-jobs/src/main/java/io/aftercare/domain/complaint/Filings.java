package io.aftercare.domain.complaint;

import io.aftercare.domain.intake.Corrections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which complaints a ticket holds: one per customer, at the first COMPLAINT_FILED of his, about
 * what had been stated of the ticket by the end of that instant. The customer is the one that the
 * ticket names; one whom nobody named is taken for one of his own, if he complained himself. What
 * staff or a machine file in nobody's name is work that was entered, not somebody who complains,
 * and no complaint.
 *
 * <p>Law: the complaints depend on the set of the ticket's events, not on the order they came in.
 */
public final class Filings {
  private static final Comparator<CaseEvent> TIME = Comparator.comparingLong(CaseEvent::occurredAt);
  private static final Comparator<CaseEvent> TIE =
      Comparator.comparing((CaseEvent e) -> e.kind() == CaseKind.COMPLAINT_FILED)
          .thenComparing(CaseEvent::eventId);

  private final List<Complaint> complaints = new ArrayList<>();
  private int nobodys;

  private Filings() {}

  /** What these events, all of one ticket, make. */
  public static Filings of(Collection<CaseEvent> events) {
    Filings filings = new Filings();
    if (events.stream().anyMatch(e -> e.kind() == CaseKind.COMPLAINT_FILED)) {
      filings.tell(sorted(Corrections.applied(events)));
    }
    return filings;
  }

  /** Complaints, in the order of time. */
  public List<Complaint> complaints() {
    return complaints;
  }

  /** How often staff or a machine filed one in nobody's name. */
  public int nobodys() {
    return nobodys;
  }

  /** By time; then by the source's sequence, if all have one; what complaints are about first. */
  private static List<CaseEvent> sorted(List<CaseEvent> events) {
    boolean sequenced = events.stream().allMatch(e -> e.sequence() != CaseEvent.UNSEQUENCED);
    List<CaseEvent> sorted = new ArrayList<>(events);
    sorted.sort(
        sequenced
            ? TIME.thenComparingLong(CaseEvent::sequence).thenComparing(TIE)
            : TIME.thenComparing(TIE));
    return sorted;
  }

  private void tell(List<CaseEvent> events) {
    Grievance about = opening(events);
    Set<Long> customers = new HashSet<>();
    for (CaseEvent event : events) {
      about = about.under(event.stated());
      if (event.kind() == CaseKind.COMPLAINT_FILED) {
        if (about.customer() == 0 && event.byStaff()) {
          nobodys++;
        } else if (customers.add(about.customer())) {
          complaints.add(complaint(event, about));
        }
      }
    }
  }

  /** What was stated at first, also of what is told to have happened before. */
  private static Grievance opening(List<CaseEvent> events) {
    for (CaseEvent event : events) {
      if (event.kind() == CaseKind.CREATED) {
        return event.stated();
      }
    }
    return Grievance.NONE;
  }

  private static Complaint complaint(CaseEvent filed, Grievance about) {
    return new Complaint(
        filed.occurredAt(),
        about.customer() != 0 ? about.customer() : hash(filed.ticketId()),
        about.region() != null ? about.region() : Complaint.UNKNOWN,
        about.category() != null ? about.category() : Complaint.UNKNOWN,
        about.productLine(),
        about.outlet(),
        about.faultCode());
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }
}

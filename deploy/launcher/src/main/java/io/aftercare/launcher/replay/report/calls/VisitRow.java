package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.Contact;
import io.aftercare.contract.ContactSegment;
import io.aftercare.launcher.replay.report.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A row of contacts.csv, cell by cell. */
final class VisitRow {
  static final String HEADER =
      "contact_id,channel,ticket_id,offered_at,ended_at,orphan,segment,region,queue,entered_at,"
          + "exited_at,outcome,wait_s,threshold_s,legs,answered_at,left_at,talk_s,hold_s,"
          + "wrap_up_s,handle_s,handle_final,timed_out";

  private final List<Object> cells = new ArrayList<>(23);

  private VisitRow(Contact contact) {
    add(contact.getContactId(), contact.getChannel(), text(contact.getTicketId()));
    add(Times.text(contact.getOfferedAt()), Times.text(contact.getEndedAt()), contact.getOrphan());
  }

  static List<Object> of(Contact contact, ContactSegment segment, List<AgentLeg> legs) {
    VisitRow row = new VisitRow(contact);
    row.add(segment.getNumber(), text(segment.getRegion()), text(segment.getQueue()));
    row.add(Times.text(segment.getEnteredAt()), Times.text(segment.getExitedAt()));
    row.add(segment.getOutcome().name().toLowerCase(Locale.ROOT));
    row.add(wait(segment), Times.seconds(segment.getThresholdMillis()));
    return row.withLegs(legs, segment.getTimedOut());
  }

  static List<Object> ofCallback(Contact contact, List<AgentLeg> legs) {
    AgentLeg first = legs.get(0);
    VisitRow row = new VisitRow(contact);
    row.add(first.getSegment(), text(first.getRegion()), text(first.getQueue()));
    row.add("", "", "", "", "");
    return row.withLegs(legs, false);
  }

  static List<Object> withoutQueue(Contact contact) {
    VisitRow row = new VisitRow(contact);
    row.add("", text(contact.getRegion()), text(contact.getQueue()));
    row.add("", "", "", "", "");
    return row.withLegs(List.of(), false);
  }

  private List<Object> withLegs(List<AgentLeg> legs, boolean waitTimedOut) {
    add(legs.size());
    if (legs.isEmpty()) {
      add("", "", "", "", "", "", "");
    } else {
      add(Times.text(legs.get(0).getAnsweredAt()), Times.text(lastLeftAt(legs)));
      add(sum(legs, AgentLeg::getTalkMillis), sum(legs, AgentLeg::getHoldMillis));
      add(sum(legs, AgentLeg::getWrapUpMillis), sum(legs, Handling::handleMillis));
      add(legs.stream().allMatch(leg -> leg.getSettledAt() != null));
    }
    add(waitTimedOut || legs.stream().anyMatch(AgentLeg::getTimedOut));
    return cells;
  }

  private void add(Object... more) {
    cells.addAll(List.of(more));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String wait(ContactSegment segment) {
    Instant exitedAt = segment.getExitedAt();
    return exitedAt == null
        ? ""
        : Times.seconds(Duration.between(segment.getEnteredAt(), exitedAt).toMillis());
  }

  /** Null while an agent is on the line. */
  private static @Nullable Instant lastLeftAt(List<AgentLeg> legs) {
    Instant last = Instant.MIN;
    for (AgentLeg leg : legs) {
      if (leg.getLeftAt() == null) {
        return null;
      }
      last = leg.getLeftAt().isAfter(last) ? leg.getLeftAt() : last;
    }
    return last;
  }

  private static String sum(List<AgentLeg> legs, ToLongFunction<AgentLeg> span) {
    return Times.seconds(legs.stream().mapToLong(span).sum());
  }
}

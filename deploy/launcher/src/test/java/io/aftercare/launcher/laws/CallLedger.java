package io.aftercare.launcher.laws;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.Callback;
import io.aftercare.contract.ClockChange;
import io.aftercare.contract.Contact;
import io.aftercare.contract.ContactSegment;
import io.aftercare.contract.Verdict;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.oracle.call.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The call ledger and callbacks' clocks as text: of the job's logs, and of the oracle's contacts.
 */
final class CallLedger {
  private CallLedger() {}

  /** By contact the record that stands last. */
  static SortedMap<String, String> contacts(List<Contact> log) {
    SortedMap<String, String> rows = new TreeMap<>();
    log.forEach(each -> rows.put(each.getContactId(), row(each)));
    return rows;
  }

  private static String row(Contact c) {
    return text(
        c.getTicketId(),
        millis(c.getOfferedAt()),
        c.getOrphan(),
        millis(c.getEndedAt()),
        all(c.getSegments().stream().map(CallLedger::segment).toList()),
        all(c.getLegs().stream().map(CallLedger::leg).toList()),
        all(c.getCallbacks().stream().map(CallLedger::callback).toList()));
  }

  private static String segment(ContactSegment s) {
    return text(
        s.getNumber(),
        s.getRegion(),
        s.getQueue(),
        millis(s.getEnteredAt()),
        millis(s.getExitedAt()),
        s.getOutcome().name().toLowerCase(Locale.ROOT),
        s.getThresholdMillis(),
        s.getTimedOut());
  }

  private static String leg(AgentLeg l) {
    return text(
        l.getSegment(),
        l.getRegion(),
        l.getQueue(),
        millis(l.getAnsweredAt()),
        millis(l.getLeftAt()),
        l.getTalkMillis(),
        l.getHoldMillis(),
        l.getWrapUpMillis(),
        millis(l.getSettledAt()),
        l.getTransferred(),
        l.getTimedOut());
  }

  private static String callback(Callback c) {
    return text(
        c.getNumber(),
        c.getRegion(),
        c.getQueue(),
        millis(c.getRequestedAt()),
        millis(c.getStartedAt()));
  }

  /** The same text of what the oracle tells. */
  static SortedMap<String, String> told(Collection<Told> contacts) {
    SortedMap<String, String> rows = new TreeMap<>();
    contacts.forEach(c -> rows.put(c.contactId(), row(c)));
    return rows;
  }

  private static String row(Told c) {
    return text(
        c.ticketId(),
        c.offeredAt(),
        c.orphan(),
        c.endedAt(),
        all(c.visits().stream().map(CallLedger::visit).toList()),
        all(c.parts().stream().map(CallLedger::part).toList()),
        all(c.recalls().stream().map(CallLedger::recall).toList()));
  }

  private static String visit(Told.Visit v) {
    return text(
        v.number(),
        v.region(),
        v.queue(),
        v.enteredAt(),
        v.exitedAt(),
        v.outcome(),
        v.threshold(),
        v.timedOut());
  }

  private static String part(Told.Part p) {
    return text(
        p.segment(),
        p.region(),
        p.queue(),
        p.answeredAt(),
        p.leftAt(),
        p.talk(),
        p.hold(),
        p.wrapUp(),
        p.settledAt(),
        p.transferred(),
        p.timedOut());
  }

  private static String recall(Told.Recall r) {
    return text(r.number(), r.region(), r.queue(), r.requestedAt(), r.startedAt());
  }

  /** Callbacks' clocks by contact, promise and number. */
  static SortedMap<String, String> clocks(List<Verdict> log) {
    SortedMap<String, String> rows = new TreeMap<>();
    for (Verdict v : log) {
      String id = clockId(v.getTicketId(), v.getSla(), v.getSlot(), v.getCycle());
      rows.put(
          id,
          text(
              v.getPolicy(),
              v.getPolicyVersion(),
              v.getCalendar(),
              millis(v.getOpenedAt()),
              millis(v.getDeadline()),
              v.getVerdict().name().toLowerCase(Locale.ROOT),
              millis(v.getSettledAt()),
              v.getCause() == null ? "" : v.getCause(),
              millis(v.getStoppedAt()),
              v.getRegion()));
      if (v.getChange() == ClockChange.REMOVED) {
        rows.remove(id);
      }
    }
    return rows;
  }

  /** The same text of what the oracle tells. */
  static SortedMap<String, String> dues(Collection<Told> contacts) {
    SortedMap<String, String> rows = new TreeMap<>();
    for (Told c : contacts) {
      for (Told.Due d : c.clocks()) {
        rows.put(
            clockId(c.contactId(), d.sla(), d.slot(), d.cycle()),
            text(
                d.policy(),
                d.version(),
                d.calendar(),
                d.openedAt(),
                d.deadline(),
                d.verdict(),
                d.settledAt(),
                d.cause(),
                d.stoppedAt(),
                d.region()));
      }
    }
    return rows;
  }

  private static String clockId(String contact, String sla, String slot, int cycle) {
    return contact + "/" + sla + "/" + slot + "/" + cycle;
  }

  private static long millis(@Nullable Instant at) {
    return at == null ? CallEvent.NEVER : at.toEpochMilli();
  }

  private static String all(List<String> parts) {
    return "[" + String.join("; ", parts) + "]";
  }

  private static String text(@Nullable Object... values) {
    List<String> words = new ArrayList<>();
    for (Object value : values) {
      words.add(String.valueOf(value));
    }
    return words.stream().collect(Collectors.joining(","));
  }
}

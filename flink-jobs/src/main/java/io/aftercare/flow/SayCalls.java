package io.aftercare.flow;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.Callback;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.ContactEntry;
import io.aftercare.domain.call.FirstEntry;
import io.aftercare.domain.call.HourChange;
import io.aftercare.domain.call.QueueEntry;
import io.aftercare.domain.call.Segment;
import io.aftercare.domain.measure.CallMeasures;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.TicketAttention;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Says of one contact what changed, each thing to those whom it concerns: call ledger, ledger and
 * attention list (its callbacks' clocks, under the contact's id), queues, hours, totals. Revisions
 * number what is said, from 1 without a gap.
 */
final class SayCalls {
  private final SayChanges.SideOutputs side;
  private final Collector<Delta> totals;
  private long revision;
  private long ledgerRevision;

  /**
   * @param revision of the last record of the call ledger
   * @param ledgerRevision of the last record of the ledger
   */
  SayCalls(
      SayChanges.SideOutputs side, Collector<Delta> totals, long revision, long ledgerRevision) {
    this.side = side;
    this.totals = totals;
    this.revision = revision;
    this.ledgerRevision = ledgerRevision;
  }

  long revision() {
    return revision;
  }

  long ledgerRevision() {
    return ledgerRevision;
  }

  /** The contact changed; null: it is new. */
  void change(@Nullable Contact before, Contact now) {
    side.output(CallOutputs.CONTACTS, new ContactEntry(++revision, now));
    List<ClockChange> clocks = clocks(before, now);
    for (ClockChange change : clocks) {
      side.output(TicketOutputs.LEDGER, entry(change, now.contactId()));
    }
    attention(before, now);
    queues(before, now);
    hours(before, now);
    firstEntry(before, now);
    CallMeasures.count(before, now, clocks, totals::collect);
  }

  /** Nothing more is kept of the contact. */
  void forget(Contact contact) {
    attention(contact, null);
    waiting(contact).forEach(e -> side.output(CallOutputs.QUEUES, e.withdrawn()));
    CallMeasures.forget(contact, totals::collect);
  }

  private static List<ClockChange> clocks(@Nullable Contact before, Contact now) {
    List<Clock> old = before == null ? List.of() : before.clocks();
    List<ClockChange> changes = new ArrayList<>();
    for (Clock was : old) {
      if (find(now.clocks(), was) == null) {
        changes.add(new ClockChange(was, null));
      }
    }
    for (Clock is : now.clocks()) {
      Clock was = find(old, is);
      if (!is.equals(was)) {
        changes.add(new ClockChange(was, is));
      }
    }
    return changes;
  }

  private static @Nullable Clock find(List<Clock> in, Clock wanted) {
    for (Clock clock : in) {
      if (clock.cycle() == wanted.cycle()
          && clock.sla().equals(wanted.sla())
          && clock.slot().equals(wanted.slot())) {
        return clock;
      }
    }
    return null;
  }

  private LedgerEntry entry(ClockChange change, String contactId) {
    return new LedgerEntry(
        contactId,
        ++ledgerRevision,
        change.kind(),
        change.verdictBefore(),
        change.row().region(),
        change.row());
  }

  private void attention(@Nullable Contact before, @Nullable Contact after) {
    TicketAttention was = attention(before);
    TicketAttention is = attention(after);
    Contact any = after != null ? after : before;
    if (any != null && !Objects.equals(was, is)) {
      side.output(TicketOutputs.ATTENTION, new AttentionChange(any.contactId(), is));
    }
  }

  private static @Nullable TicketAttention attention(@Nullable Contact contact) {
    if (contact == null || contact.callbacks().isEmpty()) {
      return null;
    }
    Callback newest = contact.callbacks().get(contact.callbacks().size() - 1);
    Facts facts =
        Facts.ofQueue(newest.region(), newest.queue(), contact.channel(), CallEvent.NEVER);
    return TicketAttention.of(
        contact.contactId(), facts, contact.clocks(), clock -> clock.active() && clock.overdue());
  }

  /**
   * Who waits no longer is taken back first. Terms of a queue are news too, from whoever enters.
   */
  private void queues(@Nullable Contact before, Contact now) {
    List<QueueEntry> gone = waiting(before);
    List<QueueEntry> come = waiting(now);
    for (QueueEntry still : List.copyOf(gone)) {
      if (come.remove(still)) {
        gone.remove(still);
      }
    }
    gone.forEach(entry -> side.output(CallOutputs.QUEUES, entry.withdrawn()));
    come.forEach(entry -> side.output(CallOutputs.QUEUES, entry));
    for (Segment is : now.segments()) {
      if (!is.waiting() && !known(before, is.number())) {
        side.output(CallOutputs.QUEUES, QueueEntry.of(is, 0));
      }
    }
  }

  private static List<QueueEntry> waiting(@Nullable Contact contact) {
    List<QueueEntry> waiting = new ArrayList<>();
    if (contact != null) {
      contact.segments().stream()
          .filter(Segment::waiting)
          .forEach(s -> waiting.add(QueueEntry.of(s, 1)));
    }
    return waiting;
  }

  private static boolean known(@Nullable Contact before, int number) {
    return before != null && before.segments().stream().anyMatch(s -> s.number() == number);
  }

  private void hours(@Nullable Contact before, Contact now) {
    List<HourChange> gone = new ArrayList<>();
    if (before != null) {
      before.segments().forEach(s -> gone.addAll(HourChange.of(s, 1)));
    }
    for (Segment s : now.segments()) {
      for (HourChange come : HourChange.of(s, 1)) {
        if (!gone.remove(come)) {
          side.output(CallOutputs.HOURS, come);
        }
      }
    }
    gone.forEach(change -> side.output(CallOutputs.HOURS, change.withdrawn()));
  }

  private void firstEntry(@Nullable Contact before, Contact now) {
    FirstEntry was = before == null ? null : FirstEntry.of(before);
    FirstEntry is = FirstEntry.of(now);
    if (Objects.equals(was, is)) {
      return;
    }
    if (was != null && (is == null || !is.customerRef().equals(was.customerRef()))) {
      side.output(CallOutputs.FIRST_ENTRIES, was.withdrawn());
    }
    if (is != null) {
      side.output(CallOutputs.FIRST_ENTRIES, is);
    }
  }
}

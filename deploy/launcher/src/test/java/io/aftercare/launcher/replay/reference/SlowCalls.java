package io.aftercare.launcher.replay.reference;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import io.aftercare.contract.Contact;
import io.aftercare.contract.ContactSegment;
import io.aftercare.contract.SegmentOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of callers who visit one queue at most, written apart from the job and for such callers
 * alone: in the place of the job, it shows what the reports make of right records. Every contact
 * comes with a record from its beginning before it, which must not count.
 */
public final class SlowCalls {
  private final Map<String, List<CallEvent>> byContact = new LinkedHashMap<>();
  private final Duration threshold;
  private final Duration shortAbandon;

  /** Answered up to the one is in time, abandoned up to the other is short. */
  public SlowCalls(Duration threshold, Duration shortAbandon) {
    this.threshold = threshold;
    this.shortAbandon = shortAbandon;
  }

  public void add(CallEvent event) {
    byContact.computeIfAbsent(event.getContactId(), id -> new ArrayList<>()).add(event);
  }

  /** The records of the topic. */
  public List<Contact> contacts() {
    List<Contact> records = new ArrayList<>();
    for (List<CallEvent> events : byContact.values()) {
      events.sort(
          Comparator.comparing(CallEvent::getOccurredAt)
              .thenComparing(CallEvent::getContactSeq)
              .thenComparing(CallEvent::getEventId));
      records.add(contact(events.subList(0, 1), 1));
      records.add(contact(events, 2));
    }
    return records;
  }

  private Contact contact(List<CallEvent> events, long revision) {
    CallEvent first = events.get(0);
    CallEvent ended = find(events, CallEventType.DISCONNECTED);
    Contact contact = new Contact();
    contact.setContactId(first.getContactId());
    contact.setRevision(revision);
    contact.setChannel("voice");
    contact.setOfferedAt(first.getOccurredAt());
    contact.setEndedAt(ended == null ? null : ended.getOccurredAt());
    contact.setRegion(first.getRegion());
    contact.setQueue(first.getQueue());
    contact.setSegments(new ArrayList<>());
    contact.setLegs(new ArrayList<>());
    contact.setCallbacks(new ArrayList<>());
    CallEvent entered = find(events, CallEventType.QUEUE_ENTERED);
    if (entered != null) {
      visit(contact, entered, events);
    }
    return contact;
  }

  private void visit(Contact contact, CallEvent entered, List<CallEvent> events) {
    CallEvent answered = find(events, CallEventType.ANSWERED);
    CallEvent abandoned = find(events, CallEventType.ABANDONED);
    CallEvent left = answered == null ? abandoned : answered;
    ContactSegment segment = new ContactSegment();
    segment.setNumber(1);
    segment.setRegion(entered.getRegion());
    segment.setQueue(entered.getQueue());
    segment.setEnteredAt(entered.getOccurredAt());
    segment.setExitedAt(left == null ? null : left.getOccurredAt());
    segment.setOutcome(outcome(entered, answered, abandoned));
    segment.setThresholdMillis(threshold.toMillis());
    contact.getSegments().add(segment);
    CallEvent ended = find(events, CallEventType.DISCONNECTED);
    if (answered != null && ended != null) {
      contact.getLegs().add(leg(answered, ended));
    }
  }

  private SegmentOutcome outcome(
      CallEvent entered, @Nullable CallEvent answered, @Nullable CallEvent abandoned) {
    if (answered != null) {
      return wait(entered, answered).compareTo(threshold) <= 0
          ? SegmentOutcome.ANSWERED_IN_TIME
          : SegmentOutcome.ANSWERED_LATE;
    }
    if (abandoned == null) {
      return SegmentOutcome.WAITING;
    }
    if (wait(entered, abandoned).compareTo(shortAbandon) <= 0) {
      return SegmentOutcome.ABANDONED_SHORT;
    }
    return wait(entered, abandoned).compareTo(threshold) <= 0
        ? SegmentOutcome.ABANDONED_IN_TIME
        : SegmentOutcome.ABANDONED_LATE;
  }

  private static Duration wait(CallEvent entered, CallEvent left) {
    return Duration.between(entered.getOccurredAt(), left.getOccurredAt());
  }

  private static AgentLeg leg(CallEvent answered, CallEvent ended) {
    Instant leftAt = ended.getOccurredAt();
    Long stated = ended.getTalkMillis();
    AgentLeg leg = new AgentLeg();
    leg.setSegment(1);
    leg.setRegion(answered.getRegion());
    leg.setQueue(answered.getQueue());
    leg.setAnsweredAt(answered.getOccurredAt());
    leg.setLeftAt(leftAt);
    leg.setTalkMillis(
        stated == null ? Duration.between(answered.getOccurredAt(), leftAt).toMillis() : stated);
    leg.setSettledAt(leftAt);
    return leg;
  }

  private static @Nullable CallEvent find(List<CallEvent> events, CallEventType type) {
    return events.stream().filter(event -> event.getEventType() == type).findFirst().orElse(null);
  }
}

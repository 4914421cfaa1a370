package io.aftercare.io.kafka;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.ContactSegment;
import io.aftercare.contract.SegmentOutcome;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.Callback;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.ContactEntry;
import io.aftercare.domain.call.Leg;
import io.aftercare.domain.call.Segment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From a contact to the record of the call ledger. */
final class ContactRecords {
  private ContactRecords() {}

  static io.aftercare.contract.Contact of(ContactEntry entry) {
    Contact contact = entry.contact();
    return io.aftercare.contract.Contact.newBuilder()
        .setContactId(contact.contactId())
        .setRevision(entry.revision())
        .setChannel(contact.channel().label())
        .setTicketId(contact.ticketId())
        .setRegion(contact.region())
        .setQueue(contact.queue())
        .setOfferedAt(Instant.ofEpochMilli(contact.offeredAt()))
        .setOrphan(contact.orphan())
        .setEndedAt(instant(contact.endedAt()))
        .setSegments(contact.segments().stream().map(ContactRecords::of).toList())
        .setLegs(contact.legs().stream().map(ContactRecords::of).toList())
        .setCallbacks(contact.callbacks().stream().map(ContactRecords::of).toList())
        .build();
  }

  private static ContactSegment of(Segment segment) {
    return ContactSegment.newBuilder()
        .setNumber(segment.number())
        .setRegion(segment.region())
        .setQueue(segment.queue())
        .setEnteredAt(Instant.ofEpochMilli(segment.enteredAt()))
        .setExitedAt(instant(segment.exitedAt()))
        .setOutcome(SegmentOutcome.valueOf(segment.outcome().name()))
        .setThresholdMillis(segment.terms().thresholdMillis())
        .setTimedOut(segment.timedOut())
        .build();
  }

  private static AgentLeg of(Leg leg) {
    return AgentLeg.newBuilder()
        .setSegment(leg.segment())
        .setRegion(leg.region())
        .setQueue(leg.queue())
        .setAnsweredAt(Instant.ofEpochMilli(leg.answeredAt()))
        .setLeftAt(instant(leg.leftAt()))
        .setTalkMillis(leg.talkMillis())
        .setHoldMillis(leg.holdMillis())
        .setWrapUpMillis(leg.wrapUpMillis())
        .setSettledAt(instant(leg.settledAt()))
        .setTransferred(leg.transferred())
        .setTimedOut(leg.timedOut())
        .build();
  }

  private static io.aftercare.contract.Callback of(Callback callback) {
    return io.aftercare.contract.Callback.newBuilder()
        .setNumber(callback.number())
        .setRegion(callback.region())
        .setQueue(callback.queue())
        .setRequestedAt(Instant.ofEpochMilli(callback.requestedAt()))
        .setStartedAt(instant(callback.startedAt()))
        .build();
  }

  private static @Nullable Instant instant(long millis) {
    return millis == CallEvent.NEVER ? null : Instant.ofEpochMilli(millis);
  }
}

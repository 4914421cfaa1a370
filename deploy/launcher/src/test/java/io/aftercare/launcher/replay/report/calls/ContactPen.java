package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.Contact;
import io.aftercare.contract.ContactSegment;
import io.aftercare.contract.SegmentOutcome;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Writes a contact of 1 January 2020 by hand; times are as {@code 10:00:00}. */
final class ContactPen {
  private final Contact contact = new Contact();

  private ContactPen(String id, String offeredAt) {
    contact.setContactId(id);
    contact.setRevision(1);
    contact.setChannel("voice");
    contact.setOfferedAt(at(offeredAt));
    contact.setSegments(new ArrayList<>());
    contact.setLegs(new ArrayList<>());
    contact.setCallbacks(new ArrayList<>());
  }

  static ContactPen contact(String id, String offeredAt) {
    return new ContactPen(id, offeredAt);
  }

  static Instant at(String time) {
    return Instant.parse("2020-01-01T" + time + "Z");
  }

  ContactPen revision(long revision) {
    contact.setRevision(revision);
    return this;
  }

  ContactPen boundFor(String region, String queue) {
    contact.setRegion(region);
    contact.setQueue(queue);
    return this;
  }

  ContactPen ticket(String ticketId) {
    contact.setTicketId(ticketId);
    return this;
  }

  ContactPen ended(String time) {
    contact.setEndedAt(at(time));
    return this;
  }

  /** A visit to a queue; {@code exited} null: still there. */
  ContactPen visit(
      String region, String queue, String entered, @Nullable String exited, SegmentOutcome how) {
    ContactSegment segment = new ContactSegment();
    segment.setNumber(contact.getSegments().size() + 1);
    segment.setRegion(region);
    segment.setQueue(queue);
    segment.setEnteredAt(at(entered));
    segment.setExitedAt(exited == null ? null : at(exited));
    segment.setOutcome(how);
    segment.setThresholdMillis(20_000);
    segment.setTimedOut(how == SegmentOutcome.FAILED);
    contact.getSegments().add(segment);
    return this;
  }

  /** An agent's part of a visit, or of a callback (0), whose handle time is final. */
  ContactPen leg(int visit, String answered, String left, long talk, long hold, long wrapUp) {
    AgentLeg leg = openLeg(visit, answered);
    leg.setLeftAt(at(left));
    leg.setTalkMillis(talk);
    leg.setHoldMillis(hold);
    leg.setWrapUpMillis(wrapUp);
    leg.setSettledAt(at(left).plusMillis(wrapUp));
    return this;
  }

  /** An agent's part that goes on. */
  ContactPen talking(int visit, String answered) {
    AgentLeg unused = openLeg(visit, answered);
    return this;
  }

  private AgentLeg openLeg(int visit, String answered) {
    AgentLeg leg = new AgentLeg();
    boolean callback = visit == 0;
    ContactSegment last = contact.getSegments().get(callback ? 0 : visit - 1);
    leg.setSegment(visit);
    leg.setRegion(last.getRegion());
    leg.setQueue(last.getQueue());
    leg.setAnsweredAt(at(answered));
    contact.getLegs().add(leg);
    return leg;
  }

  Contact done() {
    return contact;
  }
}

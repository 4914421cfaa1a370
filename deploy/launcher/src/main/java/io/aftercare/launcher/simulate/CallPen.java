package io.aftercare.launcher.simulate;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens to calls. The instants of a call's events rise strictly, but for the
 * entry into the next queue, which shares the instant at which the one before was left. One of the
 * two makes of switch numbers its events ({@code contact_seq}); of a lost call nothing is reported.
 */
final class CallPen {
  private final Agenda agenda;
  private final Consumer<CallEvent> delivery;

  CallPen(Agenda agenda, Consumer<CallEvent> delivery) {
    this.agenda = agenda;
    this.delivery = delivery;
  }

  /** What a switch of the make that numbers, or of the other, is called. */
  static String source(boolean numbered) {
    return numbered ? "switch-n" : "switch-s";
  }

  /** Something about the whole call. */
  void write(Call call, CallEventType type) {
    call.lastEventMillis = Math.max(agenda.now(), call.lastEventMillis + 1);
    append(call, type, 0, call.queue.isEmpty() ? null : call.queue, CallPen::nothingMore);
  }

  /** Something about its present visit to a queue. */
  void writeInQueue(Call call, CallEventType type, Consumer<CallEvent> details) {
    call.lastEventMillis = Math.max(agenda.now(), call.lastEventMillis + 1);
    append(call, type, call.segment, call.queue, details);
  }

  void writeInQueue(Call call, CallEventType type) {
    writeInQueue(call, type, CallPen::nothingMore);
  }

  /** Something about one agent's part. */
  void write(Call call, Call.Leg leg, CallEventType type, Consumer<CallEvent> details) {
    call.lastEventMillis = Math.max(agenda.now(), call.lastEventMillis + 1);
    append(
        call,
        type,
        leg.segment(),
        leg.queue(),
        event -> {
          event.setAgentRef(leg.agent().ref);
          details.accept(event);
        });
  }

  void write(Call call, Call.Leg leg, CallEventType type) {
    write(call, leg, type, CallPen::nothingMore);
  }

  /** The entry into the queue that the event before named. */
  void writeInSameInstant(Call call, CallEventType type) {
    append(call, type, call.segment, call.queue, CallPen::nothingMore);
  }

  private void append(
      Call call,
      CallEventType type,
      int segment,
      @Nullable String queue,
      Consumer<CallEvent> details) {
    boolean numbered = call.branch.region.numberedCalls();
    call.events++;
    CallEvent event = new CallEvent();
    event.setEventId(call.id + "-" + (100 + call.events));
    event.setEventType(type);
    event.setContactId(call.id);
    event.setContactSeq(numbered ? Long.valueOf(call.events) : null);
    event.setSegment(segment == 0 ? null : Integer.valueOf(segment));
    event.setOccurredAt(Instant.ofEpochMilli(call.lastEventMillis));
    event.setSourceSystem(source(numbered));
    event.setRegion(call.branch.region.name());
    event.setQueue(queue);
    event.setChannel("VOICE");
    event.setPriority(call.priority());
    event.setCustomerRef(call.customer.ref());
    Ticket ticket = call.ticket;
    event.setTicketId(ticket == null ? null : ticket.id);
    details.accept(event);
    if (!call.lost) {
      delivery.accept(event);
    }
  }

  /** From which queue to which, for an event that passes the caller on. */
  static void putPassage(CallEvent event, String from, String to) {
    event.setFromQueue(from);
    event.setQueue(to);
  }

  private static void nothingMore(CallEvent event) {}
}

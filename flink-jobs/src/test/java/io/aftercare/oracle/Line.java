package io.aftercare.oracle;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.SlaClaim;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a plain reading of a contact's events says that its tickets are to know. */
final class Line {
  /** What really happened, corrections applied. */
  private record Happened(CallEventType type, long at, @Nullable String ticket, boolean voice) {}

  private final String contact;
  private final List<Happened> happened = new ArrayList<>();

  private Line(String contact) {
    this.contact = contact;
  }

  static Line of(String contact, List<CallEvent> events) {
    Line line = new Line(contact);
    for (CallEvent event : events) {
      boolean corrects = event.type() == CallEventType.CORRECTED && event.correctsEventId() != null;
      if (!corrects
          || (find(events, event.correctsEventId()) == null
              && event.equals(correction(events, event.correctsEventId())))) {
        line.happened.add(really(event, events, new HashSet<>()));
      }
    }
    return line;
  }

  private static Happened really(CallEvent event, List<CallEvent> events, Set<String> seen) {
    CallEvent by = correction(events, event.eventId());
    boolean voice = event.channel() == Channel.VOICE;
    if (by == null || !seen.add(by.eventId())) {
      return new Happened(event.type(), event.occurredAt(), event.ticketId(), voice);
    }
    Happened corrected = really(by, events, seen);
    return new Happened(
        event.type(),
        corrected.at(),
        corrected.ticket() == null ? event.ticketId() : corrected.ticket(),
        voice && corrected.voice());
  }

  private static @Nullable CallEvent find(List<CallEvent> events, @Nullable String id) {
    return events.stream().filter(e -> e.eventId().equals(id)).findFirst().orElse(null);
  }

  /** The correction of an event that was written down last. */
  private static @Nullable CallEvent correction(List<CallEvent> events, @Nullable String id) {
    return events.stream()
        .filter(e -> e.type() == CallEventType.CORRECTED)
        .filter(e -> id != null && id.equals(e.correctsEventId()))
        .max(
            Comparator.comparingLong(
                    (CallEvent e) ->
                        e.recordedAt() == CallEvent.NEVER ? e.occurredAt() : e.recordedAt())
                .thenComparing(CallEvent::eventId))
        .orElse(null);
  }

  private LongStream instants(CallEventType type) {
    return happened.stream().filter(h -> h.type() == type).mapToLong(Happened::at);
  }

  /** What a ticket hears, if there is something to hear. */
  @Nullable TicketEvent news(String ticket) {
    if (happened.stream().anyMatch(h -> !h.voice())) {
      return null;
    }
    long offered = instants(CallEventType.OFFERED).min().orElse(Long.MIN_VALUE);
    long answered = instants(CallEventType.ANSWERED).min().orElse(Clock.NEVER);
    long entered = Math.min(answered, instants(CallEventType.QUEUE_ENTERED).min().orElse(answered));
    if (entered == Clock.NEVER) {
      return null;
    }
    boolean isAnswered = answered != Clock.NEVER;
    boolean names = happened.stream().anyMatch(h -> ticket.equals(h.ticket()));
    return new TicketEvent(
        "aftercare/call/" + contact,
        EventType.CALLED,
        ticket,
        TicketEvent.UNSEQUENCED,
        Math.max(offered, isAnswered ? answered : entered),
        Clock.NEVER,
        isAnswered ? ActorType.AGENT : ActorType.CUSTOMER,
        true,
        Facts.NONE,
        SlaClaim.UNKNOWN,
        FollowUpOutcome.UNKNOWN,
        Math.max(offered, entered),
        names ? ticket : null,
        contact,
        null);
  }
}

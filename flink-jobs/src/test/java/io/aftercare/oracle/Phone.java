package io.aftercare.oracle;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of one ticket: those that count, and the one that it was opened for. */
final class Phone {
  /**
   * A call that is known.
   *
   * @param answered {@link Clock#NEVER} if nobody did
   */
  record Call(TicketEvent news, long entered, long answered) {}

  private final List<Call> counting = new ArrayList<>();
  private @Nullable Call origin;

  private Phone() {}

  static Phone of(Collection<TicketEvent> happened, TicketEvent opening) {
    Phone phone = new Phone();
    for (TicketEvent news : happened) {
      if (news.type() == EventType.CALLED
          && news.earlierStart() != Clock.NEVER
          && concerns(news, happened)) {
        boolean answered = news.actor() == ActorType.AGENT;
        phone.counting.add(
            new Call(
                news,
                Math.min(news.earlierStart(), news.occurredAt()),
                answered ? news.occurredAt() : Clock.NEVER));
      }
    }
    phone.origin = phone.openedFor(opening);
    return phone;
  }

  private static boolean concerns(TicketEvent news, Collection<TicketEvent> happened) {
    if (news.ticketId().equals(news.relatedTicketId())) {
      return true;
    }
    for (TicketEvent event : happened) {
      if (!Told.ours(event)
          && event.contactId() != null
          && event.contactId().equals(news.contactId())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Call openedFor(TicketEvent opening) {
    Call found = null;
    for (Call call : counting) {
      boolean candidate;
      if (opening.contactId() != null) {
        candidate = opening.contactId().equals(call.news().contactId());
      } else {
        candidate =
            (opening.stated().channel() == Channel.VOICE || opening.actor() == ActorType.AGENT)
                && call.entered() <= opening.occurredAt();
      }
      if (candidate
          && (found == null
              || call.entered() > found.entered()
              || (call.entered() == found.entered()
                  && call.news().eventId().compareTo(found.news().eventId()) > 0))) {
        found = call;
      }
    }
    return found;
  }

  /** The call that the ticket was opened for. */
  @Nullable Call origin() {
    return origin;
  }

  /** All that count but that one. */
  List<Call> others() {
    return counting.stream().filter(call -> !call.equals(origin)).toList();
  }
}

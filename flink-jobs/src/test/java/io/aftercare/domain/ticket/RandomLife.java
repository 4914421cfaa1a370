package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random histories of one ticket: every event type, ties in time, events before creation, missing
 * creations, regions and priorities that move, calls.
 */
public final class RandomLife {
  private static final String[] REGIONS = {"north", "south", "east"};

  private RandomLife() {}

  public static List<TicketEvent> of(String ticketId, SplittableRandom random) {
    boolean sequenced = random.nextInt(3) == 0;
    List<TicketEvent> events = new ArrayList<>();
    if (random.nextInt(10) > 0) {
      events.add(
          dress(EventType.CREATED, Events.created(Events.TEN), ticketId, random)
              .named("0-created"));
    } else {
      events.add(
          dress(EventType.UPDATED, Events.event(EventType.UPDATED, Events.TEN), ticketId, random)
              .named("0"));
    }
    int n = 1 + random.nextInt(9);
    for (int i = 1; i <= n; i++) {
      EventType type = any(EventType.values(), random);
      // Half-hour steps make ties in time and stops exactly at deadlines common.
      long at = Events.TEN + (random.nextInt(40) - 4) * Events.HOUR / 2;
      Events event = dress(type, Events.event(type, at), ticketId, random);
      events.add((sequenced ? event.sequence(random.nextInt(4)) : event).named(i + "-" + type));
    }
    return events;
  }

  private static Events dress(
      EventType type, Events event, String ticketId, SplittableRandom random) {
    event.of(ticketId).by(any(ActorType.values(), random));
    if (type == EventType.CALLED || random.nextInt(5) == 0) {
      event.contact("C-" + random.nextInt(3));
    }
    if (type == EventType.CALLED) {
      event.by(random.nextInt(3) == 0 ? ActorType.CUSTOMER : ActorType.AGENT);
      if (random.nextInt(6) > 0) {
        event.earlierStart(Events.TEN + (random.nextInt(16) - 8) * Events.HOUR / 4);
      }
      if (random.nextBoolean()) {
        event.into(ticketId);
      }
    }
    if (random.nextInt(4) == 0) {
      event.in(any(REGIONS, random));
    }
    if (random.nextInt(4) == 0) {
      event.priority(any(Priority.values(), random));
    }
    if (random.nextInt(4) == 0) {
      event.status(any(TicketStatus.values(), random));
    }
    if (random.nextInt(8) == 0) {
      event.channel(any(Channel.values(), random));
    }
    if (random.nextInt(4) == 0) {
      event.due(Events.TEN + (random.nextInt(40) - 4) * Events.HOUR / 2);
    }
    return event;
  }

  private static <T> T any(T[] of, SplittableRandom random) {
    return of[random.nextInt(of.length)];
  }
}

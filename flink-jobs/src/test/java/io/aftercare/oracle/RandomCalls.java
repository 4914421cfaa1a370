package io.aftercare.oracle;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.sla.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random events of one contact, close to when a ticket was created: queues, answers, names of
 * tickets, corrections, ties; now and then a chat.
 */
final class RandomCalls {
  private static final List<CallEventType> TYPES =
      List.of(
          CallEventType.OFFERED,
          CallEventType.QUEUE_ENTERED,
          CallEventType.QUEUE_ENTERED,
          CallEventType.ANSWERED,
          CallEventType.ANSWERED,
          CallEventType.RINGING,
          CallEventType.ABANDONED,
          CallEventType.CORRECTED,
          CallEventType.DISCONNECTED);

  private final String contact;
  private final List<String> tickets;
  private final SplittableRandom random;
  private final List<CallEvent> events = new ArrayList<>();

  private RandomCalls(String contact, List<String> tickets, SplittableRandom random) {
    this.contact = contact;
    this.tickets = tickets;
    this.random = random;
  }

  static List<CallEvent> of(
      String contact, List<String> tickets, long created, SplittableRandom random) {
    RandomCalls calls = new RandomCalls(contact, tickets, random);
    long begin = created + (random.nextInt(300) - 200) * (random.nextBoolean() ? 1000L : 60_000L);
    int n = random.nextInt(8);
    for (int i = 0; i < n; i++) {
      long at =
          switch (random.nextInt(6)) {
            case 0 -> created;
            case 1 -> begin;
            default -> begin + random.nextInt(60) * 5000L;
          };
      calls.add(TYPES.get(random.nextInt(TYPES.size())), at);
    }
    return calls.events;
  }

  private void add(CallEventType type, long at) {
    boolean corrects = type == CallEventType.CORRECTED;
    events.add(
        new CallEvent(
            contact + "/" + events.size(),
            type,
            contact,
            CallEvent.UNSEQUENCED,
            0,
            at,
            random.nextBoolean() ? CallEvent.NEVER : at + random.nextInt(5) * 60_000L,
            random.nextInt(40) == 0 ? Channel.CHAT : Channel.VOICE,
            "north",
            "first",
            null,
            null,
            null,
            ticket(),
            CallEvent.NOT_STATED,
            CallEvent.NOT_STATED,
            CallEvent.NOT_STATED,
            CallEvent.NEVER,
            corrects ? contact + "/" + random.nextInt(events.size() + 3) : null));
  }

  private @Nullable String ticket() {
    return random.nextInt(4) == 0 ? tickets.get(random.nextInt(tickets.size())) : null;
  }
}

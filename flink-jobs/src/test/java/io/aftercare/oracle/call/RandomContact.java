package io.aftercare.oracle.call;

import static io.aftercare.oracle.call.CallWorld.HOUR;
import static io.aftercare.oracle.call.CallWorld.MINUTE;
import static io.aftercare.oracle.call.CallWorld.QUEUES;
import static io.aftercare.oracle.call.CallWorld.REGIONS;
import static io.aftercare.oracle.call.CallWorld.SECOND;
import static io.aftercare.oracle.call.CallWorld.SPANS;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.sla.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of one contact: a call as it could be, then events lost, misdated, misnumbered
 * and corrected, and others strewn in. Spans hit thresholds and limits to the millisecond.
 */
public final class RandomContact {
  /** How a source numbers the visits. */
  private enum Numbers {
    RIGHT,
    NONE,
    SOME,
    WRONG
  }

  private static final List<String> AGENTS = List.of("a-1", "a-2", "a-3");

  private final CallWorld world;
  private final SplittableRandom random;
  private final Numbers numbers;
  private final boolean sequenced;
  private final boolean agentsNamed;
  private final Channel channel;
  private final List<CallEvent> events = new ArrayList<>();
  private long at;
  private int told;
  private int visit;
  private @Nullable String agent;
  private @Nullable String queue;

  private RandomContact(CallWorld world, SplittableRandom random) {
    this.world = world;
    this.random = random;
    this.numbers = any(List.of(Numbers.values()));
    this.sequenced = oneIn(3);
    this.agentsNamed = !oneIn(3);
    this.channel = oneIn(5) ? Channel.CHAT : Channel.VOICE;
    this.at = world.base() + random.nextInt(600) * SECOND;
  }

  /** Everything random follows from the random numbers; ids are distinct. */
  public static List<CallEvent> of(CallWorld world, SplittableRandom random) {
    RandomContact contact = new RandomContact(world, random);
    switch (random.nextInt(12)) {
      case 0 -> contact.strew(1 + random.nextInt(12));
      case 1 -> contact.correctionsOnly();
      default -> {
        contact.live();
        contact.lose();
        if (random.nextInt(2) == 0) {
          contact.strew(1 + random.nextInt(5));
        }
        if (random.nextInt(3) == 0) {
          contact.correct(1 + random.nextInt(4));
        }
      }
    }
    return List.copyOf(contact.events);
  }

  // ---- a call as it could be

  private void live() {
    tell(CallEventType.OFFERED);
    if (oneIn(2)) {
      tell(CallEventType.IVR_ENTERED);
      pass();
      if (oneIn(8)) {
        tell(any(List.of(CallEventType.ABANDONED, CallEventType.VOICEMAIL_LEFT)));
        return;
      }
      tell(CallEventType.IVR_LEFT);
    }
    int visits = 1 + random.nextInt(3);
    for (int i = 0; i < visits; i++) {
      if (!visits(i + 1 < visits)) {
        break;
      }
    }
    if (!oneIn(4)) {
      tell(CallEventType.DISCONNECTED);
    }
  }

  /** One visit to a queue; whether the caller goes on to another. */
  private boolean visits(boolean another) {
    visit++;
    queue = any(QUEUES);
    tell(CallEventType.QUEUE_ENTERED);
    pass();
    if (oneIn(3)) {
      tell(CallEventType.RINGING);
    }
    switch (random.nextInt(another ? 9 : 6)) {
      case 0 -> tell(CallEventType.ABANDONED);
      case 1 ->
          tell(
              any(
                  List.of(
                      CallEventType.VOICEMAIL_LEFT,
                      CallEventType.QUEUE_CLOSED,
                      CallEventType.FAILED)));
      case 2 -> callback();
      case 3, 4, 5 -> talks(another);
      default -> {
        tell(oneIn(2) ? CallEventType.TRANSFERRED : CallEventType.OVERFLOWED);
        pause();
        return true;
      }
    }
    return another && oneIn(2);
  }

  private void talks(boolean another) {
    agent = any(AGENTS);
    tell(CallEventType.ANSWERED);
    for (int i = random.nextInt(3); i > 0; i--) {
      pass();
      tell(CallEventType.HELD);
      pass();
      tell(CallEventType.RETRIEVED);
    }
    pass();
    if (oneIn(8)) {
      callback();
      pass();
    }
    if (oneIn(6)) {
      agent = any(AGENTS);
      tell(CallEventType.ANSWERED);
      pass();
    }
    tell(another ? CallEventType.TRANSFERRED : CallEventType.AGENT_LEFT);
    if (!oneIn(3)) {
      pause();
      tell(CallEventType.WRAP_UP_ENDED);
    }
  }

  private void callback() {
    tell(CallEventType.CALLBACK_REQUESTED);
    if (oneIn(4)) {
      pass();
      tell(CallEventType.CALLBACK_REQUESTED);
    }
    if (!oneIn(3)) {
      at += random.nextInt(3) * HOUR / 2;
      pass();
      tell(CallEventType.CALLBACK_STARTED);
      pause();
      if (!oneIn(4)) {
        talks(false);
      }
    }
  }

  // ---- what goes wrong

  private void lose() {
    int lost = oneIn(2) ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < lost && events.size() > 1; i++) {
      events.remove(random.nextInt(events.size()));
    }
  }

  /** Anything, at any instant around. */
  private void strew(int more) {
    long until = at;
    for (int i = 0; i < more; i++) {
      at =
          oneIn(2) && !events.isEmpty()
              ? any(events).occurredAt() + random.nextInt(3) - 1
              : until - random.nextInt(300) * SECOND + gap();
      visit = random.nextInt(4);
      agent = any(AGENTS);
      queue = any(QUEUES);
      tell(any(List.of(CallEventType.values())));
    }
    at = until;
  }

  private void correct(int more) {
    for (int i = 0; i < more; i++) {
      CallEvent of = any(events);
      at = of.occurredAt() + (oneIn(2) ? gap() : -gap() % MINUTE);
      visit = random.nextInt(3);
      add(CallEventType.CORRECTED, oneIn(10) ? "e-lost" : of.eventId(), oneIn(2));
    }
  }

  private void correctionsOnly() {
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      add(CallEventType.CORRECTED, "e" + (i + 1) % n, false);
      CallEvent last = events.remove(i);
      events.add(last.named("e" + i, last.contactId()));
    }
    if (oneIn(2)) {
      tell(CallEventType.QUEUE_ENTERED);
    }
  }

  // ---- words

  private void tell(CallEventType type) {
    add(type, null, !oneIn(4));
  }

  private void add(CallEventType type, @Nullable String corrects, boolean states) {
    boolean due = type == CallEventType.CALLBACK_REQUESTED && oneIn(2);
    boolean spans =
        type == CallEventType.AGENT_LEFT
            || type == CallEventType.WRAP_UP_ENDED
            || type == CallEventType.DISCONNECTED
            || type == CallEventType.CORRECTED;
    boolean enters = type == CallEventType.QUEUE_ENTERED || type == CallEventType.OFFERED;
    events.add(
        new CallEvent(
            "e" + told++ + (oneIn(2) ? "" : "x"),
            type,
            "C",
            sequenced && !oneIn(80)
                ? oneIn(5) ? random.nextInt(9) : events.size()
                : CallEvent.UNSEQUENCED,
            number(),
            oneIn(30) ? at - gap() : at,
            oneIn(2) ? CallEvent.NEVER : at + random.nextInt(3) * MINUTE,
            channel,
            (enters && states) || oneIn(12) ? any(REGIONS) : null,
            (enters && states) || oneIn(10) ? queueNamed(type) : null,
            null,
            agentsNamed && states ? agent : null,
            oneIn(4) ? "k-" + random.nextInt(2) : null,
            oneIn(12) ? "T-" + random.nextInt(2) : null,
            span(spans),
            span(spans),
            span(spans),
            due ? at + any(List.of(0L, -1L, MINUTE, HOUR, 3 * HOUR)) : CallEvent.NEVER,
            corrects));
  }

  private @Nullable String queueNamed(CallEventType type) {
    return type == CallEventType.OFFERED ? any(QUEUES) : queue != null ? queue : any(QUEUES);
  }

  private long span(boolean likely) {
    return oneIn(likely ? 5 : 60) ? random.nextInt(90) * SECOND : CallEvent.NOT_STATED;
  }

  /** The number of the visit as the source gives it. */
  private int number() {
    return switch (numbers) {
      case RIGHT -> visit;
      case NONE -> 0;
      case SOME -> oneIn(2) ? visit : 0;
      case WRONG -> oneIn(3) ? random.nextInt(4) : visit;
    };
  }

  // ---- chance

  private void pass() {
    at += gap();
  }

  private void pause() {
    at += oneIn(2) ? 0 : gap();
  }

  private long gap() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> random.nextInt(3);
      case 2, 3, 4 -> any(SPANS) + random.nextInt(3) - 1;
      case 5 -> (long) random.nextInt(120) * SECOND;
      case 6 ->
          any(
                  List.of(
                      world.limits().waitMillis(),
                      world.limits().talkMillis(),
                      world.limits().wrapUpMillis()))
              + random.nextInt(3)
              - 1;
      default -> random.nextInt(10_000);
    };
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

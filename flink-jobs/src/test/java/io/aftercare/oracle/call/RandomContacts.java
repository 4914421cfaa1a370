package io.aftercare.oracle.call;

import io.aftercare.domain.call.CallEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random contacts in a random world, for tests of the whole job: each under an id of its own, with
 * customers who call again.
 *
 * @param events in no order that means anything, of distinct ids within each contact
 */
public record RandomContacts(CallWorld world, List<CallEvent> events) {

  /** Everything follows from the seed. */
  public static RandomContacts of(long seed, int contacts) {
    CallWorld world = CallWorld.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<CallEvent> events = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      for (CallEvent event : RandomContact.of(world, random)) {
        events.add(event.named(event.eventId(), "C-" + i));
      }
    }
    return new RandomContacts(world, CallOracleTest.shuffled(events, random));
  }
}

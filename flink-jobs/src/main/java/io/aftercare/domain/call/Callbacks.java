package io.aftercare.domain.call;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockHand;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Promise;
import io.aftercare.domain.sla.Ran;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a customer was promised, and their clocks, while the contact's events are applied.
 * At most one waits: who asks again, or enters a queue again, gives the earlier one up. A clock
 * runs under the policy in force when the callback was asked for.
 */
final class Callbacks {
  private final Rulebook rules;
  private final Channel channel;
  private final List<Callback> all = new ArrayList<>();
  private final List<Facts> facts = new ArrayList<>();
  private final List<Clock> clocks = new ArrayList<>();

  Callbacks(Rulebook rules, Channel channel) {
    this.rules = rules;
    this.channel = channel;
  }

  /** The one asked for last, or null; given up or not. */
  @Nullable Callback newest() {
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** No call is awaited any more, if one was. */
  void giveUp(String why, long at) {
    Callback waits = newest();
    if (waits != null && waits.waiting()) {
      put(waits, waits.startedAt(), true);
      end(waits.number(), hand -> hand.cancel(at, why, factsOf(waits.number())));
    }
  }

  void request(@Nullable String region, @Nullable String queue, long dueAt, long at) {
    giveUp("requested_again", at);
    int number = all.size() + 1;
    all.add(new Callback(number, region, queue, at, CallEvent.NEVER, false));
    Facts asked = Facts.ofQueue(region, queue, channel, dueAt);
    facts.add(asked);
    for (Promise promise : rules.promises()) {
      Policy policy = promise.metric() == ClockMetric.CALLBACK ? promise.match(asked, at) : null;
      if (policy != null) {
        Terms terms = Terms.of(rules, policy, asked, at);
        clocks.add(ClockHand.open(promise, number, terms, at, Ran.NOTHING, new ArrayList<>(), at));
      }
    }
  }

  /** Somebody calls the customer. */
  void start(long at) {
    Callback waits = newest();
    if (waits != null && waits.waiting()) {
      put(waits, at, false);
      end(waits.number(), hand -> hand.stop(at, "callback_started", factsOf(waits.number())));
    }
  }

  private void put(Callback was, long startedAt, boolean givenUp) {
    all.set(
        was.number() - 1,
        new Callback(
            was.number(), was.region(), was.queue(), was.requestedAt(), startedAt, givenUp));
  }

  private Facts factsOf(int number) {
    return facts.get(number - 1);
  }

  private void end(int number, Consumer<ClockHand> how) {
    for (int i = 0; i < clocks.size(); i++) {
      if (clocks.get(i).cycle() == number) {
        change(i, how);
      }
    }
  }

  /** Warns and breaches what was due before {@code at}; what happens at it comes first. */
  void advance(long at) {
    for (int i = 0; i < clocks.size(); i++) {
      if (clocks.get(i).nextInstant() < at) {
        Facts of = factsOf(clocks.get(i).cycle());
        change(i, hand -> hand.advance(at, of));
      }
    }
  }

  private void change(int i, Consumer<ClockHand> how) {
    Clock row = clocks.get(i);
    ClockHand hand = new ClockHand(row, rules.policy(row), rules.calendar(row), new ArrayList<>());
    how.accept(hand);
    clocks.set(i, hand.row());
  }

  List<Callback> all() {
    return all;
  }

  List<Clock> clocks() {
    return clocks;
  }
}

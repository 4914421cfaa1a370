package io.aftercare.launcher.laws;

import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.launcher.simulate.SimulatedEvent;
import io.aftercare.launcher.simulate.Simulator;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A seeded input topic that nothing but merges is missing from (how often something was taken back
 * depends, with those, on when their news arrives): simulated tickets, some events late by minutes,
 * a block of them late by up to a day and a half, duplicates, conflicting duplicates and noise; and
 * what a bookkeeper who sees it whole would count.
 *
 * @param lateFrom index of the first record of the late block
 * @param late records of the late block
 */
record SyntheticInput(List<Sent> records, int lateFrom, int late) {
  private static final Instant OPENING = Instant.parse("2026-03-02T06:00:00Z");
  private static final double TICKETS_PER_HOUR = 40;
  private static final double HELD_BACK_SHARE = 0.05;
  private static final int NOISE_EVERY = 997;
  private static final int CONFLICT_EVERY = 501;

  static SyntheticInput of(long seed, int events) {
    List<Sent> simulated = simulated(seed, events);
    int block = events * 6 / 10;
    Random random = new Random(seed);
    List<Sent> inTime = new ArrayList<>();
    List<Sent> heldBack = new ArrayList<>();
    for (Sent each : simulated.subList(0, block)) {
      (random.nextDouble() < HELD_BACK_SHARE ? heldBack : inTime).add(each);
    }
    long blockArrival = simulated.get(block).arrival();
    List<Sent> records = new ArrayList<>(withFaults(inTime));
    int lateFrom = records.size();
    heldBack.forEach(
        each -> records.add(new Sent(each.key(), each.value(), each.event(), blockArrival)));
    records.addAll(withFaults(simulated.subList(block, events)));
    return new SyntheticInput(List.copyOf(records), lateFrom, heldBack.size());
  }

  private static List<Sent> simulated(long seed, int events) {
    Simulator simulator =
        new Simulator(
            SimulatorSettings.of(seed, OPENING)
                .withTicketsPerHour(TICKETS_PER_HOUR)
                .withNoise(0.05, 0.02));
    List<Sent> sent = new ArrayList<>(events);
    while (sent.size() < events) {
      SimulatedEvent next = simulator.next();
      if (next.event() instanceof TicketEvent ticket
          && ticket.getEventType() != TicketEventType.MERGED) {
        sent.add(Sent.of(ticket, next.arrivalMillis()));
      }
    }
    return sent;
  }

  private static List<Sent> withFaults(List<Sent> good) {
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < good.size(); i++) {
      Sent now = good.get(i);
      all.add(now);
      if (i % NOISE_EVERY == NOISE_EVERY - 1) {
        all.add(Sent.noise("\u0007 not an event " + i, now.arrival()));
      }
      if (i % CONFLICT_EVERY == CONFLICT_EVERY - 1) {
        all.add(contradicting(good.get(i / 2), now.arrival()));
      }
    }
    return all;
  }

  /** The same event id with another region: would move the ticket if it counted. */
  private static Sent contradicting(Sent first, long arrival) {
    TicketEvent event = first.event();
    return event == null
        ? first
        : Sent.of(TicketEvent.newBuilder(event).setRegion("elsewhere").build(), arrival);
  }

  /** The same facts as they happened: in order, each once, nothing else. */
  SyntheticInput tidied() {
    List<Sent> tidy = new ArrayList<>();
    for (TicketEvent event : firstOfEach().values()) {
      tidy.add(Sent.of(event, event.getOccurredAt().toEpochMilli()));
    }
    tidy.sort(Comparator.comparingLong(Sent::arrival));
    return new SyntheticInput(List.copyOf(tidy), tidy.size(), 0);
  }

  /** By ticket and event id, the first by arrival. */
  private Map<String, TicketEvent> firstOfEach() {
    Map<String, TicketEvent> first = new HashMap<>();
    for (Sent each : records) {
      TicketEvent event = each.event();
      if (event != null) {
        first.putIfAbsent(event.getTicketId() + " " + event.getEventId(), event);
      }
    }
    return first;
  }

  /** What must become of the records, by result (SEMANTICS 7, first identity). */
  Map<String, Long> expectedResults() {
    Map<String, TicketEvent> first = firstOfEach();
    long duplicates = 0;
    long rejected = 0;
    for (Sent each : records) {
      TicketEvent event = each.event();
      TicketEvent stands =
          event == null ? null : first.get(event.getTicketId() + " " + event.getEventId());
      rejected += stands == null || !stands.equals(event) ? 1 : 0;
      duplicates += stands != null && stands.equals(event) ? 1 : 0;
    }
    return Map.of(
        "applied",
        (long) first.size(),
        "duplicate",
        duplicates - first.size(),
        "rejected",
        rejected);
  }

  Instant latest() {
    return firstOfEach().values().stream()
        .map(TicketEvent::getOccurredAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}

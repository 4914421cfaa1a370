package io.aftercare.launcher.simulate;

import io.aftercare.contract.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Simulated spans of time to look at, from a Monday 00:00 UTC. */
final class SimulatedStories {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private SimulatedStories() {}

  static SimulatorSettings settings(long seed) {
    return SimulatorSettings.of(seed, START);
  }

  /** Shows each event that arrives within the span; gives back the simulator that did it. */
  static Simulator play(SimulatorSettings settings, Duration span, Consumer<SimulatedEvent> to) {
    Simulator simulator = new Simulator(settings);
    long end = settings.start().plus(span).toEpochMilli();
    SimulatedEvent event = simulator.next();
    while (event.arrivalMillis() < end) {
      to.accept(event);
      event = simulator.next();
    }
    return simulator;
  }

  static List<SimulatedEvent> arrivals(SimulatorSettings settings, Duration span) {
    List<SimulatedEvent> arrivals = new ArrayList<>();
    play(settings, span, arrivals::add);
    return arrivals;
  }

  /** Each ticket's events, without duplicates, in order of occurrence, then of event id. */
  static Map<String, List<TicketEvent>> tickets(SimulatorSettings settings, Duration span) {
    Map<String, Map<String, TicketEvent>> byTicket = new LinkedHashMap<>();
    play(
        settings,
        span,
        arrival ->
            byTicket
                .computeIfAbsent(arrival.event().getTicketId(), id -> new LinkedHashMap<>())
                .putIfAbsent(arrival.event().getEventId(), arrival.event()));
    Map<String, List<TicketEvent>> tickets = new LinkedHashMap<>();
    byTicket.forEach(
        (id, events) ->
            tickets.put(
                id,
                events.values().stream()
                    .sorted(
                        Comparator.comparing(TicketEvent::getOccurredAt)
                            .thenComparing(TicketEvent::getEventId))
                    .toList()));
    return tickets;
  }
}

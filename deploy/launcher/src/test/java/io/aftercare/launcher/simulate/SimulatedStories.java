package io.aftercare.launcher.simulate;

import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Simulated spans of time to look at, from a Monday 00:00 UTC. */
final class SimulatedStories {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  /**
   * What happened to each ticket, call and agent: the events without duplicates, in order of
   * occurrence, then of event id.
   */
  record Story(
      Map<String, List<TicketEvent>> tickets,
      Map<String, List<CallEvent>> calls,
      Map<String, List<AgentStateEvent>> agents) {}

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

  /** Shows those that are about tickets. */
  static Simulator playTickets(
      SimulatorSettings settings, Duration span, Consumer<TicketEvent> to) {
    return play(
        settings,
        span,
        arrival -> {
          if (arrival.event() instanceof TicketEvent ticket) {
            to.accept(ticket);
          }
        });
  }

  static List<SimulatedEvent> arrivals(SimulatorSettings settings, Duration span) {
    List<SimulatedEvent> arrivals = new ArrayList<>();
    play(settings, span, arrivals::add);
    return arrivals;
  }

  static Story story(SimulatorSettings settings, Duration span) {
    Map<String, Map<String, SpecificRecord>> lives = new LinkedHashMap<>();
    play(
        settings,
        span,
        arrival ->
            lives
                .computeIfAbsent(arrival.key(), key -> new LinkedHashMap<>())
                .putIfAbsent(text(arrival, "event_id"), arrival.event()));
    Story story = new Story(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    lives.forEach(
        (key, events) -> {
          SpecificRecord any = events.values().iterator().next();
          if (any instanceof TicketEvent) {
            story.tickets.put(key, ordered(TicketEvent.class, events));
          } else if (any instanceof CallEvent) {
            story.calls.put(key, ordered(CallEvent.class, events));
          } else {
            story.agents.put(key, ordered(AgentStateEvent.class, events));
          }
        });
    return story;
  }

  static Map<String, List<TicketEvent>> tickets(SimulatorSettings settings, Duration span) {
    return story(settings, span).tickets;
  }

  private static <T extends SpecificRecord> List<T> ordered(
      Class<T> type, Map<String, SpecificRecord> events) {
    return events.values().stream()
        .sorted(
            Comparator.comparing((SpecificRecord event) -> instant(event, "occurred_at"))
                .thenComparing(event -> (String) field(event, "event_id")))
        .map(type::cast)
        .toList();
  }

  static String text(SimulatedEvent arrival, String field) {
    return (String) field(arrival.event(), field);
  }

  static Instant instant(SpecificRecord event, String field) {
    return (Instant) field(event, field);
  }

  private static Object field(SpecificRecord event, String name) {
    return event.get(event.getSchema().getField(name).pos());
  }
}

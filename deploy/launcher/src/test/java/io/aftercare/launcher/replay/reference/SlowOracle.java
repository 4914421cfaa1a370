package io.aftercare.launcher.replay.reference;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.SlaClaim;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A slow, obvious recomputation of milestones and {@code due} verdicts: all events of a ticket are
 * sorted once they are all there, then told in order. It shares nothing with the job. Merges,
 * cancellations and spam do not occur in the data it is used on and are not told.
 */
public final class SlowOracle {
  private static final Comparator<TicketEvent> ORDER =
      Comparator.comparing((TicketEvent e) -> e.getEventType() != TicketEventType.CREATED)
          .thenComparing(TicketEvent::getOccurredAt)
          .thenComparing(e -> e.getTicketSeq() == null ? 0L : e.getTicketSeq())
          .thenComparing(
              e ->
                  e.getEventType() != TicketEventType.RESOLVED
                      && e.getEventType() != TicketEventType.CLOSED)
          .thenComparing(TicketEvent::getEventId);

  private final Instant asOf;
  private final Map<String, List<TicketEvent>> tickets = new LinkedHashMap<>();

  public SlowOracle(Instant asOf) {
    this.asOf = asOf;
  }

  /** Takes an event, in any order; one that was there is ignored, as is one after as-of. */
  public void add(TicketEvent event) {
    if (!event.getOccurredAt().isAfter(asOf)) {
      tickets.computeIfAbsent(event.getTicketId(), t -> new ArrayList<>()).add(event);
    }
  }

  public List<Milestone> milestones() {
    List<Milestone> all = new ArrayList<>();
    tickets.values().forEach(events -> all.addAll(new Telling(events).milestones));
    return all;
  }

  public List<Verdict> verdicts() {
    List<Verdict> all = new ArrayList<>();
    for (List<TicketEvent> events : tickets.values()) {
      Telling telling = new Telling(events);
      if (telling.due != null) {
        all.add(verdict(telling, telling.due));
      }
    }
    return all;
  }

  private Verdict verdict(Telling ticket, Instant due) {
    Milestone end =
        ticket.milestones.stream()
            .filter(m -> m.getKind() == MilestoneKind.RESOLVED && m.getNumber() == 1)
            .findFirst()
            .orElse(null);
    boolean met = end != null && !end.getAt().isAfter(due);
    boolean breached = !met && (end != null || due.isBefore(asOf));
    return Verdict.newBuilder()
        .setClockId(ticket.id + "/due/active/1")
        .setRevision(1)
        .setChange(met || breached ? ClockChange.SETTLED : ClockChange.OPENED)
        .setTicketId(ticket.id)
        .setSla("due")
        .setSlot("active")
        .setPolicy("due")
        .setPolicyVersion(1)
        .setCycle(1)
        .setRegion(ticket.region)
        .setOriginRegion(ticket.origin)
        .setPriority("unknown")
        .setOpenedAt(ticket.created)
        .setDeadline(due)
        .setSettledAt(met && end != null ? end.getAt() : breached ? due : null)
        .setVerdict(
            met ? ClockVerdict.MET : breached ? ClockVerdict.BREACHED : ClockVerdict.RUNNING)
        .setCause(met ? "closed" : breached ? "deadline" : null)
        .build();
  }

  /** One ticket, told from its creation on. */
  private static final class Telling {
    private final String id;
    private final Instant created;
    private final @Nullable String origin;
    private @Nullable String region;
    private final @Nullable Instant due;
    private final List<Milestone> milestones = new ArrayList<>();
    private boolean open = true;
    private boolean missed;
    private boolean met;
    private Instant since;

    Telling(List<TicketEvent> unordered) {
      List<TicketEvent> events = distinct(unordered);
      TicketEvent first = events.get(0);
      id = first.getTicketId();
      created = first.getOccurredAt();
      since = created;
      origin = first.getRegion();
      region = first.getRegion();
      due = first.getDueAt();
      events.forEach(this::tell);
    }

    private static List<TicketEvent> distinct(List<TicketEvent> events) {
      Set<String> seen = new HashSet<>();
      List<TicketEvent> distinct = new ArrayList<>(events);
      distinct.removeIf(event -> !seen.add(event.getEventId()));
      distinct.sort(ORDER);
      return distinct;
    }

    private void tell(TicketEvent event) {
      Instant at = event.getOccurredAt().isBefore(created) ? created : event.getOccurredAt();
      missed |= event.getSourceSla() == SlaClaim.MISSED;
      met |= event.getSourceSla() == SlaClaim.MET;
      move(event, at);
      switch (event.getEventType()) {
        case CREATED -> step(MilestoneKind.CREATED, at);
        case AGENT_REPLY -> reply(event, at);
        case RESOLVED -> resolve(at);
        case CLOSED -> {
          resolve(at);
          step(MilestoneKind.CLOSED, at);
        }
        case REOPENED -> reopen(at);
        default -> {}
      }
    }

    private void move(TicketEvent event, Instant at) {
      String to = event.getRegion();
      if (to == null || to.equals(region)) {
        return;
      }
      if (open) {
        step(MilestoneKind.TRANSFERRED_OUT, at);
      }
      region = to;
      if (open) {
        step(MilestoneKind.TRANSFERRED_IN, at);
      }
    }

    private void reply(TicketEvent event, Instant at) {
      boolean human = event.getActorType() == ActorType.AGENT && event.getIsPublic();
      if (human && count(MilestoneKind.FIRST_RESPONSE) == 0) {
        step(MilestoneKind.FIRST_RESPONSE, at);
      }
    }

    private void resolve(Instant at) {
      if (open) {
        open = false;
        step(MilestoneKind.RESOLVED, at);
      }
    }

    private void reopen(Instant at) {
      if (!open) {
        open = true;
        since = at;
        step(MilestoneKind.REOPENED, at);
      }
    }

    private int count(MilestoneKind kind) {
      return (int) milestones.stream().filter(m -> m.getKind() == kind).count();
    }

    private void step(MilestoneKind kind, Instant at) {
      int number = count(kind) + 1;
      milestones.add(
          Milestone.newBuilder()
              .setMilestoneId(id + "/" + kind.name().toLowerCase(Locale.ROOT) + "/" + number)
              .setRevision(milestones.size() + 1)
              .setTicketId(id)
              .setKind(kind)
              .setNumber(number)
              .setAt(at)
              .setElapsedMillis(Duration.between(since, at).toMillis())
              .setRegion(region)
              .setOriginRegion(origin)
              .setChannel("unknown")
              .setPriority("unknown")
              .setServiceType("unknown")
              .setSourceSla(missed ? "missed" : met ? "met" : "unknown")
              .build());
    }
  }
}

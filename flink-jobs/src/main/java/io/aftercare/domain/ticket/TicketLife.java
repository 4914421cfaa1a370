package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Policies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of a ticket as a fold over its events. Start reading here.
 *
 * <p>{@link #fold} takes all events; {@link #next} takes one more. An event that comes after all
 * others takes one step on the snapshot; one that arrives late re-folds the history. The law both
 * keep: the ticket is a function of the set of its events and of how far time has come, whatever
 * the order of arrival.
 */
public final class TicketLife {
  private final Promises promises;

  /** A life under these policies. */
  public TicketLife(Policies policies) {
    this.promises = new Promises(policies.promises());
  }

  /** What one more event made of a ticket. */
  public record Step(Ticket ticket, boolean refolded, boolean skewed) {}

  /**
   * The ticket after one more event that it has not seen.
   *
   * @param before null for its first event
   * @param history all its events, the new one included; asked for only if the event is late
   */
  public Step next(
      @Nullable Ticket before,
      TicketEvent event,
      Supplier<? extends Collection<TicketEvent>> history) {
    if (before == null) {
      return new Step(begin(event).ticket(), false, false);
    }
    if (before.takesNext(event)) {
      Life life = new Life(before);
      life.apply(event);
      return new Step(life.ticket(), false, event.occurredAt() < before.createdAt());
    }
    Ticket after = fold(history.get(), before.firedUpTo());
    return new Step(after, true, event.occurredAt() < after.createdAt());
  }

  /** The ticket that all these events make, when no deadline after {@code firedUpTo} has fired. */
  public Ticket fold(Collection<TicketEvent> events, long firedUpTo) {
    List<TicketEvent> ordered = EventOrder.sorted(events);
    Life life = begin(ordered.get(0));
    ordered.subList(1, ordered.size()).forEach(life::apply);
    life.fire(firedUpTo);
    return life.ticket();
  }

  /** The ticket when all that happens up to and at {@code instant} has happened. */
  public Ticket advance(Ticket before, long instant) {
    if (before.nextDeadline() > instant) {
      return before;
    }
    Life life = new Life(before);
    life.fire(instant);
    return life.ticket();
  }

  private Life begin(TicketEvent first) {
    return new Life(first);
  }

  /** A ticket under the pen: loaded from a snapshot, changed by events, written back. */
  private final class Life {
    private final String ticketId;
    private final boolean orphan;
    private final long createdAt;
    private long contactedAt;
    private Phase phase = Phase.OPEN;
    private long endedAt = Clock.NEVER;
    private Facts facts = Facts.NONE;
    private SlaClaim claim = SlaClaim.UNKNOWN;
    private int cycle = 1;
    private long cycleStartedAt;
    private boolean allSequenced;
    private Position last;
    private long firedUpTo = Long.MIN_VALUE;
    private final List<Milestone> milestones;
    private final Clocks clocks;

    /** Opens the ticket at its first event: CREATED, or provisionally any other. */
    Life(TicketEvent first) {
      ticketId = first.ticketId();
      orphan = first.type() != EventType.CREATED;
      createdAt = first.occurredAt();
      cycleStartedAt = createdAt;
      allSequenced = first.sequenced();
      last = first.position();
      milestones = new ArrayList<>();
      clocks = promises.none();
      learn(first);
      mark(MilestoneKind.CREATED, createdAt, facts);
      contactedAt = first.actor() == ActorType.AGENT ? Clock.NEVER : createdAt;
      if (contacted()) {
        clocks.open(ClockMetric.FIRST_RESPONSE, 1, contactedAt, facts);
      }
      clocks.open(ClockMetric.RESOLUTION, cycle, createdAt, facts);
      if (orphan) {
        happen(first, createdAt);
      }
    }

    Life(Ticket saved) {
      ticketId = saved.ticketId();
      orphan = saved.orphan();
      createdAt = saved.createdAt();
      contactedAt = saved.contactedAt();
      phase = saved.phase();
      endedAt = saved.endedAt();
      facts = saved.facts();
      claim = saved.claim();
      cycle = saved.cycle();
      cycleStartedAt = saved.cycleStartedAt();
      allSequenced = saved.allSequenced();
      last = saved.last();
      firedUpTo = saved.firedUpTo();
      milestones = new ArrayList<>(saved.milestones());
      clocks = promises.of(saved.clocks());
    }

    void apply(TicketEvent event) {
      long at = Math.max(event.occurredAt(), createdAt);
      clocks.advance(at, facts);
      Facts before = facts;
      learn(event);
      if (phase == Phase.OPEN && !Objects.equals(before.region(), facts.region())) {
        mark(MilestoneKind.TRANSFERRED_OUT, at, before);
        mark(MilestoneKind.TRANSFERRED_IN, at, facts);
      }
      if (!before.equals(facts)) {
        clocks.retarget(running(), at, facts);
      }
      happen(event, at);
      allSequenced &= event.sequenced();
      last = event.position();
    }

    private void learn(TicketEvent event) {
      Facts now = event.after(facts);
      facts = now.originRegion() != null || now.region() == null ? now : withOrigin(now);
      if (event.claim() == SlaClaim.MISSED || claim == SlaClaim.UNKNOWN) {
        claim = event.claim();
      }
    }

    private static Facts withOrigin(Facts f) {
      return new Facts(
          f.region(),
          f.region(),
          f.channel(),
          f.serviceType(),
          f.priority(),
          f.status(),
          f.queue(),
          f.customerTier(),
          f.productLine(),
          f.dueAt());
    }

    private void happen(TicketEvent event, long at) {
      switch (event.type()) {
        case AGENT_REPLY -> reply(event, at);
        case CUSTOMER_MESSAGE -> contact(event, at);
        case RESOLVED -> resolve(event, at);
        case CLOSED -> close(event, at);
        case REOPENED -> reopen(at);
        case CANCELLED -> end(MilestoneKind.CANCELLED, event, at);
        case MARKED_SPAM -> end(MilestoneKind.SPAM, event, at);
        case MERGED -> end(MilestoneKind.MERGED, event, at);
        default -> {}
      }
    }

    private Start running() {
      boolean open = phase == Phase.OPEN;
      boolean unanswered = open && contacted() && count(MilestoneKind.FIRST_RESPONSE) == 0;
      return new Start(
          unanswered ? new Start.Run(1, contactedAt) : null,
          open ? new Start.Run(cycle, cycleStartedAt) : null);
    }

    private boolean contacted() {
      return contactedAt != Clock.NEVER;
    }

    private void contact(TicketEvent event, long at) {
      if (!contacted() && event.visible()) {
        contactedAt = at;
        clocks.open(ClockMetric.FIRST_RESPONSE, 1, at, facts);
      }
    }

    private void reply(TicketEvent event, long at) {
      if (!event.humanReply() || !contacted()) {
        return;
      }
      if (count(MilestoneKind.FIRST_RESPONSE) == 0) {
        mark(MilestoneKind.FIRST_RESPONSE, at, facts);
      }
      clocks.stop(ClockMetric.FIRST_RESPONSE, at, event.type(), facts);
    }

    private void resolve(TicketEvent event, long at) {
      if (phase != Phase.OPEN) {
        return;
      }
      mark(MilestoneKind.RESOLVED, at, facts);
      clocks.stop(ClockMetric.RESOLUTION, at, event.type(), facts);
      phase = Phase.RESOLVED;
      endedAt = at;
    }

    private void close(TicketEvent event, long at) {
      resolve(event, at);
      if (phase == Phase.VOID) {
        return;
      }
      if (count(MilestoneKind.CLOSED) == 0) {
        mark(MilestoneKind.CLOSED, at, facts);
      }
      phase = Phase.CLOSED;
      endedAt = at;
    }

    private void reopen(long at) {
      if (phase == Phase.OPEN) {
        return;
      }
      phase = Phase.OPEN;
      endedAt = Clock.NEVER;
      cycle++;
      cycleStartedAt = at;
      mark(MilestoneKind.REOPENED, at, facts);
      clocks.open(ClockMetric.RESOLUTION, cycle, at, facts);
    }

    private void end(MilestoneKind how, TicketEvent event, long at) {
      if (phase == Phase.OPEN) {
        mark(how, at, facts);
      }
      clocks.cancelAll(at, event.type(), facts);
      phase = Phase.VOID;
      endedAt = at;
    }

    private void mark(MilestoneKind kind, long at, Facts then) {
      long since =
          switch (kind) {
            case RESOLVED -> cycleStartedAt;
            case FIRST_RESPONSE -> contactedAt;
            default -> createdAt;
          };
      milestones.add(new Milestone(kind, count(kind) + 1, at, at - since, then, claim));
    }

    private int count(MilestoneKind kind) {
      int n = 0;
      for (Milestone milestone : milestones) {
        if (milestone.kind() == kind) {
          n++;
        }
      }
      return n;
    }

    void fire(long instant) {
      firedUpTo = Math.max(firedUpTo, clocks.fire(instant, facts));
    }

    Ticket ticket() {
      return new Ticket(
          ticketId,
          orphan,
          createdAt,
          contactedAt,
          phase,
          endedAt,
          facts,
          claim,
          cycle,
          cycleStartedAt,
          allSequenced,
          last,
          firedUpTo,
          milestones,
          clocks.rows());
    }
  }
}

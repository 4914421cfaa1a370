package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.sla.Verdict;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.Position;
import io.aftercare.domain.ticket.Quality;
import io.aftercare.domain.ticket.Stage;
import io.aftercare.domain.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tickets as version 1 wrote them, with clocks that ran around the clock and never paused.
 * Such a snapshot keeps its promises as they were; the ticket's next event re-folds the history,
 * and what the present rules see differently leaves as corrections.
 */
final class TicketStateVersion1 extends OldVersion<TicketState> {
  private static final long serialVersionUID = 1;

  private static final int ORPHAN = 1;
  private static final int ALL_SEQUENCED = 1 << 1;
  private static final int FIRED = 1 << 2;

  @Override
  TicketState read(WireReader in) {
    Ticket ticket = ticket(in);
    return new TicketState(ticket, in.instant(ticket.createdAt()), in.signed(), in.signed());
  }

  private static Ticket ticket(WireReader in) {
    int bits = in.count();
    String ticketId = in.text();
    long createdAt = in.signed();
    long unusedContactedAt = in.instant(createdAt);
    var phase = in.constant(WireIds.PHASES);
    long endedAt = in.instant(createdAt);
    Facts facts = FactsWire.readVersion1(createdAt, in);
    var claim = in.constant(WireIds.CLAIMS);
    long unusedCycle = in.signed();
    long unusedCycleStartedAt = in.instant(createdAt);
    Position last = position(createdAt, in);
    long firedUpTo = (bits & FIRED) != 0 ? in.instant(createdAt) : Long.MIN_VALUE;
    List<Milestone> milestones =
        TicketWire.milestones(facts, () -> FactsWire.readVersion1(createdAt, in), createdAt, in);
    return new Ticket(
        ticketId,
        (bits & ORPHAN) != 0,
        createdAt,
        phase,
        endedAt,
        facts,
        claim,
        false,
        false,
        true,
        (bits & ALL_SEQUENCED) != 0,
        last,
        firedUpTo,
        0,
        Stage.INTAKE,
        Clock.NEVER,
        Stage.INTAKE,
        Clock.NEVER,
        Quality.NONE,
        List.of(),
        milestones,
        List.of(),
        clocks(createdAt, in));
  }

  /** In version 1 every change of status was a pause. */
  private static Position position(long createdAt, WireReader in) {
    EventType type = in.constant(WireIds.EVENT_TYPES);
    return new Position(
        type == EventType.CREATED,
        type.rank(TicketStatus.ON_HOLD),
        in.instant(createdAt),
        ~in.instant(0),
        in.text());
  }

  private static List<Clock> clocks(long createdAt, WireReader in) {
    int size = in.count();
    List<Clock> clocks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      clocks.add(clock(createdAt, in));
    }
    return clocks;
  }

  private static Clock clock(long createdAt, WireReader in) {
    String sla = in.requiredName();
    String slot = in.requiredName();
    int cycle = (int) in.signed();
    String policy = in.requiredName();
    int policyVersion = (int) in.signed();
    long openedAt = in.instant(createdAt);
    String openedIn = in.name();
    long deadline = in.instant(openedAt);
    String region = in.name();
    var priority = in.constant(WireIds.PRIORITIES);
    var verdict = in.constant(WireIds.VERDICTS);
    boolean ended = in.unsigned() != 0;
    boolean running = verdict == Verdict.RUNNING;
    long settledAt = ended ? in.instant(deadline) : Clock.NEVER;
    return new Clock(
        sla,
        slot,
        cycle,
        policy,
        policyVersion,
        "24x7",
        0,
        openedAt,
        openedIn,
        Math.max(0, deadline - openedAt),
        running ? 0 : Math.max(0, settledAt - openedAt),
        running ? openedAt : Clock.NEVER,
        running ? openedAt : Clock.NEVER,
        deadline,
        List.of(),
        0,
        Clock.NEVER,
        verdict,
        settledAt,
        ended ? in.requiredName() : "",
        ended ? in.instant(settledAt) : Clock.NEVER,
        region,
        priority);
  }

  @Override
  public TicketStateVersion1 duplicate() {
    return new TicketStateVersion1();
  }
}

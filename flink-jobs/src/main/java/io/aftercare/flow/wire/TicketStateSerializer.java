package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/** Serializes what is kept of a ticket beside its history: the hot part of every checkpoint. */
public final class TicketStateSerializer extends WireSerializer<TicketState> {
  private static final long serialVersionUID = 1;

  private static final int ORPHAN = 1;
  private static final int ALL_SEQUENCED = 1 << 1;
  private static final int FIRED = 1 << 2;

  @Override
  void write(TicketState state, WireWriter out) {
    ticket(state.ticket(), out);
    out.instant(state.armedAt(), state.ticket().createdAt());
    out.signed(state.ledgerRevision());
    out.signed(state.milestoneRevision());
  }

  @Override
  TicketState read(WireReader in) {
    Ticket ticket = ticket(in);
    return new TicketState(ticket, in.instant(ticket.createdAt()), in.signed(), in.signed());
  }

  private static void ticket(Ticket t, WireWriter out) {
    long createdAt = t.createdAt();
    boolean fired = t.firedUpTo() != Long.MIN_VALUE;
    out.unsigned(
        (t.orphan() ? ORPHAN : 0) | (t.allSequenced() ? ALL_SEQUENCED : 0) | (fired ? FIRED : 0));
    out.text(t.ticketId());
    out.signed(createdAt);
    out.instant(t.contactedAt(), createdAt);
    out.constant(WireIds.PHASES, t.phase());
    out.instant(t.endedAt(), createdAt);
    FactsWire.write(t.facts(), createdAt, out);
    out.constant(WireIds.CLAIMS, t.claim());
    out.signed(t.cycle());
    out.instant(t.cycleStartedAt(), createdAt);
    TicketWire.position(t.last(), createdAt, out);
    if (fired) {
      out.instant(t.firedUpTo(), createdAt);
    }
    TicketWire.milestones(t.milestones(), t.facts(), createdAt, out);
    out.unsigned(t.clocks().size());
    t.clocks().forEach(clock -> TicketWire.clock(clock, createdAt, out));
  }

  private static Ticket ticket(WireReader in) {
    int bits = in.count();
    String ticketId = in.text();
    long createdAt = in.signed();
    long contactedAt = in.instant(createdAt);
    var phase = in.constant(WireIds.PHASES);
    long endedAt = in.instant(createdAt);
    Facts facts = FactsWire.read(createdAt, in);
    var claim = in.constant(WireIds.CLAIMS);
    int cycle = (int) in.signed();
    long cycleStartedAt = in.instant(createdAt);
    var last = TicketWire.position(createdAt, in);
    long firedUpTo = (bits & FIRED) != 0 ? in.instant(createdAt) : Long.MIN_VALUE;
    List<Milestone> milestones = TicketWire.milestones(facts, createdAt, in);
    return new Ticket(
        ticketId,
        (bits & ORPHAN) != 0,
        createdAt,
        contactedAt,
        phase,
        endedAt,
        facts,
        claim,
        cycle,
        cycleStartedAt,
        (bits & ALL_SEQUENCED) != 0,
        last,
        firedUpTo,
        milestones,
        clocks(createdAt, in));
  }

  private static List<Clock> clocks(long createdAt, WireReader in) {
    int size = in.count();
    List<Clock> clocks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      clocks.add(TicketWire.clock(createdAt, in));
    }
    return clocks;
  }

  @Override
  public TicketStateSerializer duplicate() {
    return new TicketStateSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<TicketState> {
    /** For Flink. */
    public Snapshot() {
      super(TicketStateSerializer::new, 1);
    }
  }
}

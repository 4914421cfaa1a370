package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.Episode;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.Quality;
import io.aftercare.domain.ticket.Stage;
import io.aftercare.domain.ticket.Tally;
import io.aftercare.domain.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/** Serializes what is kept of a ticket beside its history: the hot part of every checkpoint. */
public final class TicketStateSerializer extends WireSerializer<TicketState> {
  private static final long serialVersionUID = 1;

  private static final int ORPHAN = 1;
  private static final int ALL_SEQUENCED = 1 << 1;
  private static final int FIRED = 1 << 2;
  private static final int CLASSIFIED = 1 << 3;
  private static final int ASSIGNED = 1 << 4;
  private static final int REFOLDS = 1 << 5;
  private static final int GOES_ON_ELSEWHERE = 1 << 6;
  private static final int STAYED_BEFORE = 1 << 7;

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
    out.unsigned(bits(t, fired));
    out.text(t.ticketId());
    out.signed(createdAt);
    out.constant(WireIds.PHASES, t.phase());
    out.instant(t.endedAt(), createdAt);
    FactsWire.write(t.facts(), createdAt, out);
    out.constant(WireIds.CLAIMS, t.claim());
    TicketWire.position(t.last(), createdAt, out);
    if (fired) {
      out.instant(t.firedUpTo(), createdAt);
    }
    TicketWire.episodes(t.episodes(), createdAt, out);
    TicketWire.milestones(t.milestones(), t.facts(), createdAt, out);
    TicketWire.tallies(t.tallies(), out);
    out.signed(t.customer());
    out.constant(WireIds.STAGES, t.stage());
    out.instant(t.stageSince(), createdAt);
    if (t.mainStage() != t.stage()) {
      out.constant(WireIds.STAGES, t.mainStage());
    }
    if (t.stayedSince() != t.stageSince()) {
      out.instant(t.stayedSince(), createdAt);
    }
    QualityWire.write(t.quality(), createdAt, out);
    out.unsigned(t.clocks().size());
    t.clocks().forEach(clock -> ClockWire.write(clock, createdAt, out));
  }

  private static int bits(Ticket t, boolean fired) {
    return (t.orphan() ? ORPHAN : 0)
        | (t.allSequenced() ? ALL_SEQUENCED : 0)
        | (fired ? FIRED : 0)
        | (t.classified() ? CLASSIFIED : 0)
        | (t.assigned() ? ASSIGNED : 0)
        | (t.refolds() ? REFOLDS : 0)
        | (t.mainStage() != t.stage() ? GOES_ON_ELSEWHERE : 0)
        | (t.stayedSince() != t.stageSince() ? STAYED_BEFORE : 0);
  }

  private static Ticket ticket(WireReader in) {
    return ticket(in, false);
  }

  /**
   * @param version3 whether that version wrote it, or 2: then it re-folds at its next event
   */
  static Ticket ticket(WireReader in, boolean version3) {
    int bits = in.count();
    String ticketId = in.text();
    long createdAt = in.signed();
    var phase = in.constant(WireIds.PHASES);
    long endedAt = in.instant(createdAt);
    Facts facts = FactsWire.read(createdAt, in);
    var claim = in.constant(WireIds.CLAIMS);
    var last = TicketWire.position(createdAt, in);
    long firedUpTo = (bits & FIRED) != 0 ? in.instant(createdAt) : Long.MIN_VALUE;
    List<Episode> episodes = TicketWire.episodes(createdAt, in);
    List<Milestone> milestones = TicketWire.milestones(facts, createdAt, in);
    List<Tally> tallies = TicketWire.tallies(in);
    long customer = version3 ? 0 : in.signed();
    Stage stage = version3 ? Stage.INTAKE : in.constant(WireIds.STAGES);
    long stageSince = version3 ? Clock.NEVER : in.instant(createdAt);
    return new Ticket(
        ticketId,
        (bits & ORPHAN) != 0,
        createdAt,
        phase,
        endedAt,
        facts,
        claim,
        (bits & CLASSIFIED) != 0,
        (bits & ASSIGNED) != 0,
        (bits & REFOLDS) != 0 || version3,
        (bits & ALL_SEQUENCED) != 0,
        last,
        firedUpTo,
        customer,
        stage,
        stageSince,
        (bits & GOES_ON_ELSEWHERE) != 0 ? in.constant(WireIds.STAGES) : stage,
        (bits & STAYED_BEFORE) != 0 ? in.instant(createdAt) : stageSince,
        version3 ? Quality.NONE : QualityWire.read(createdAt, in),
        episodes,
        milestones,
        tallies,
        clocks(createdAt, in));
  }

  private static List<Clock> clocks(long createdAt, WireReader in) {
    int size = in.count();
    List<Clock> clocks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      clocks.add(ClockWire.read(createdAt, in));
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

  /**
   * Version 4; 1 knew fewer facts and clocks, 2 not since when a clock is in its state, 3 no stages
   * and nothing of quality.
   */
  public static final class Snapshot extends WireSnapshot<TicketState> {
    /** For Flink. */
    public Snapshot() {
      super(
          List.of(
              TicketStateVersion1::new,
              TicketStateVersion2::new,
              TicketStateVersion3::new,
              TicketStateSerializer::new));
    }
  }
}

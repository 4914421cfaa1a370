package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a ticket. Instants are told by their distance to its creation, facts that stood at
 * several steps once, and a span that follows from the instants as its difference to that.
 */
final class TicketWire {
  private TicketWire() {}

  static void position(Position p, long createdAt, WireWriter out) {
    out.constant(WireIds.EVENT_TYPES, p.type());
    out.instant(p.occurredAt(), createdAt);
    out.instant(~p.sequence(), 0); // mostly none: MIN_VALUE, the complement of "never"
    out.text(p.eventId());
  }

  static Position position(long createdAt, WireReader in) {
    return new Position(
        in.constant(WireIds.EVENT_TYPES), in.instant(createdAt), ~in.instant(0), in.text());
  }

  static void clock(Clock c, long createdAt, WireWriter out) {
    out.name(c.sla());
    out.name(c.slot());
    out.signed(c.cycle());
    out.name(c.policy());
    out.signed(c.policyVersion());
    out.instant(c.openedAt(), createdAt);
    out.name(c.openedIn());
    out.instant(c.deadline(), c.openedAt());
    out.name(c.region());
    out.constant(WireIds.PRIORITIES, c.priority());
    out.constant(WireIds.VERDICTS, c.verdict());
    boolean ended = ended(c);
    out.unsigned(ended ? 1 : 0);
    if (ended) {
      out.instant(c.settledAt(), c.deadline());
      out.name(c.cause());
      out.instant(c.stoppedAt(), c.settledAt());
    }
  }

  private static boolean ended(Clock c) {
    return c.settledAt() != Clock.NEVER || c.stoppedAt() != Clock.NEVER || !c.cause().isEmpty();
  }

  static Clock clock(long createdAt, WireReader in) {
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
    long settledAt = ended ? in.instant(deadline) : Clock.NEVER;
    return new Clock(
        sla,
        slot,
        cycle,
        policy,
        policyVersion,
        openedAt,
        openedIn,
        deadline,
        verdict,
        settledAt,
        ended ? in.requiredName() : "",
        ended ? in.instant(settledAt) : Clock.NEVER,
        region,
        priority);
  }

  static void milestones(List<Milestone> steps, Facts now, long createdAt, WireWriter out) {
    List<Facts> told = new ArrayList<>(List.of(now));
    out.unsigned(steps.size());
    for (Milestone step : steps) {
      out.constant(WireIds.MILESTONES, step.kind());
      out.signed(step.number());
      out.instant(step.at(), createdAt);
      out.signed(step.elapsedMillis() - (step.at() - createdAt));
      out.constant(WireIds.CLAIMS, step.claim());
      int seen = told.indexOf(step.facts());
      out.unsigned(seen < 0 ? told.size() : seen);
      if (seen < 0) {
        told.add(step.facts());
        FactsWire.write(step.facts(), createdAt, out);
      }
    }
  }

  static List<Milestone> milestones(Facts now, long createdAt, WireReader in) {
    List<Facts> told = new ArrayList<>(List.of(now));
    int size = in.count();
    List<Milestone> steps = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      var kind = in.constant(WireIds.MILESTONES);
      int number = (int) in.signed();
      long at = in.instant(createdAt);
      long elapsed = in.signed() + (at - createdAt);
      var claim = in.constant(WireIds.CLAIMS);
      int seen = in.count();
      if (seen == told.size()) {
        told.add(FactsWire.read(createdAt, in));
      }
      steps.add(new Milestone(kind, number, at, elapsed, told.get(seen), claim));
    }
    return steps;
  }
}

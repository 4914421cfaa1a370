package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.Episode;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.Position;
import io.aftercare.domain.ticket.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The parts of a ticket. Instants are told by their distance to its creation, facts that stood at
 * several steps once, and a span that follows from the instants as its difference to that.
 */
final class TicketWire {
  private TicketWire() {}

  static void position(Position p, long createdAt, WireWriter out) {
    out.unsigned(p.creation() ? 1 : 0);
    out.constant(WireIds.RANKS, p.rank());
    out.instant(p.occurredAt(), createdAt);
    out.instant(~p.sequence(), 0); // mostly none: MIN_VALUE, the complement of "never"
    out.text(p.eventId());
  }

  static Position position(long createdAt, WireReader in) {
    return new Position(
        in.unsigned() != 0,
        in.constant(WireIds.RANKS),
        in.instant(createdAt),
        ~in.instant(0),
        in.text());
  }

  static void episodes(List<Episode> episodes, long createdAt, WireWriter out) {
    out.unsigned(episodes.size());
    for (Episode e : episodes) {
      out.constant(WireIds.METRICS, e.metric());
      out.unsigned(2L * e.number() + (e.running() ? 1 : 0));
      out.instant(e.since(), createdAt);
    }
  }

  static List<Episode> episodes(long createdAt, WireReader in) {
    int size = in.count();
    List<Episode> episodes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      var metric = in.constant(WireIds.METRICS);
      int number = in.count();
      episodes.add(new Episode(metric, number / 2, in.instant(createdAt), number % 2 == 1));
    }
    return episodes;
  }

  static void tallies(List<Tally> tallies, WireWriter out) {
    out.unsigned(tallies.size());
    for (Tally t : tallies) {
      out.constant(WireIds.ACTIONS, t.kind());
      out.name(t.region());
      out.unsigned(t.count());
      out.unsigned(t.anomalies());
    }
  }

  static List<Tally> tallies(WireReader in) {
    int size = in.count();
    List<Tally> tallies = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      tallies.add(
          new Tally(in.constant(WireIds.ACTIONS), in.requiredName(), in.count(), in.count()));
    }
    return tallies;
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
    return milestones(now, () -> FactsWire.read(createdAt, in), createdAt, in);
  }

  static List<Milestone> milestones(
      Facts now, Supplier<Facts> facts, long createdAt, WireReader in) {
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
        told.add(facts.get());
      }
      steps.add(new Milestone(kind, number, at, elapsed, told.get(seen), claim));
    }
    return steps;
  }
}

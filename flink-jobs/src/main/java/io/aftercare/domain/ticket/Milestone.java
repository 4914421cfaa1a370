package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Facts;

/**
 * One step in a ticket's life, with the facts of that moment. (kind, number) names it within its
 * ticket.
 *
 * @param number how often the ticket took this step, from 1
 * @param at when it took effect, ms since 1970
 * @param elapsedMillis calendar time since creation (a resolution after a reopening: since that)
 */
public record Milestone(
    MilestoneKind kind, int number, long at, long elapsedMillis, Facts facts, SlaClaim claim) {

  /** Whether the other is the same step, perhaps with other facts. */
  boolean sameStep(Milestone other) {
    return kind == other.kind && number == other.number;
  }
}

package io.aftercare.domain.ticket;

/**
 * A ticket was merged into another. (child, eventId) names it; the last one said is true.
 *
 * @param eventId id of the child's MERGED
 * @param at when, ms since 1970
 * @param start when the child was created, ms; {@link io.aftercare.domain.sla.Clock#NEVER} while
 *     that has not been heard
 * @param contacted whether a customer created the child, so that an answer was owed since
 */
public record MergeFact(
    String child, String eventId, String survivor, long at, long start, boolean contacted) {}

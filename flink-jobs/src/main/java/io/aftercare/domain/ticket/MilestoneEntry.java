package io.aftercare.domain.ticket;

/**
 * One record of the milestones log.
 *
 * @param revision number within the ticket's milestones log, from 1
 * @param retracted the step never was
 */
public record MilestoneEntry(
    String ticketId, long revision, boolean retracted, boolean orphan, Milestone step) {}

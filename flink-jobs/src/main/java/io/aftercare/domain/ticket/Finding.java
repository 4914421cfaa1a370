package io.aftercare.domain.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Something about the quality of a ticket's service that is settled: said once, at its instant in
 * event time, and taken back if a late event shows otherwise.
 *
 * @param at when it was settled, ms since 1970
 * @param region who owned the ticket then
 * @param score of a survey's answer in hundredths of a scale from 0 to 100, else 0
 */
public record Finding(FindingKind kind, long at, @Nullable String region, int score) {}

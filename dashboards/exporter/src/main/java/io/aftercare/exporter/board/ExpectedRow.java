package io.aftercare.exporter.board;

import org.jspecify.annotations.Nullable;

/**
 * What the hour that closed last had, beside what is usual of it.
 *
 * @param figure created, resolved, backlog; first_response, resolution
 * @param unit tickets or seconds
 * @param observed null: not told, or nothing was responded to or resolved
 * @param expected null: not learnt yet
 * @param low the band begins here, 15 % under what is usual
 * @param high and ends here
 * @param off how far off it is, as a share of what is usual
 * @param standing as_usual, above, below, few, learning or none; see {@link Expectations}
 */
public record ExpectedRow(
    String figure,
    String unit,
    @Nullable Double observed,
    @Nullable Double expected,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double off,
    String standing) {}

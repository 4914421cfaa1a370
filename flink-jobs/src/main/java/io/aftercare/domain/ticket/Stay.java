package io.aftercare.domain.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A ticket stayed in a stage without a break, whoever held it and in whatever status, and left it.
 * A stage that it passed in no time is not a stay.
 *
 * @param region who held it last
 * @param from ms since 1970
 * @param until ms since 1970, not included
 */
public record Stay(@Nullable String region, Stage stage, long from, long until) {}

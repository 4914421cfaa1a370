package io.aftercare.domain.window;

import org.jspecify.annotations.Nullable;

/**
 * What a window held when it closed, or, corrected, what it holds now. Instants are ms since 1970.
 *
 * @param region null: all regions together
 * @param cell which priority or channel class; {@link Disclosure#OTHER} for several; empty: all
 * @param span label of the {@link Span}
 * @param start the first instant in it
 * @param end the first instant after it
 * @param finalAt when nothing can change it any more
 * @param correction whether it takes the place of what was said of this window before
 */
public record WindowEntry(
    @Nullable String region,
    Dimension dimension,
    String cell,
    String span,
    long start,
    long end,
    long finalAt,
    boolean correction,
    Figures figures) {}

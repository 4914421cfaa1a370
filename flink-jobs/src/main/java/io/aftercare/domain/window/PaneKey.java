package io.aftercare.domain.window;

/**
 * A minute of a region.
 *
 * @param minute its beginning, ms since 1970
 */
public record PaneKey(String region, long minute) {}

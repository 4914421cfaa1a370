package io.aftercare.domain.window;

/**
 * An hour of a cell of a region.
 *
 * @param hour its beginning, ms since 1970
 * @param cell which priority or channel class
 */
public record HourKey(String region, long hour, Dimension dimension, String cell) {}

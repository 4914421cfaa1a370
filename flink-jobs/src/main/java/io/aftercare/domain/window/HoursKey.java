package io.aftercare.domain.window;

/** The hours of a region by priority or by channel class. */
public record HoursKey(String region, Dimension dimension) {}

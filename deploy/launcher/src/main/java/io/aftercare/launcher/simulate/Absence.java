package io.aftercare.launcher.simulate;

import java.time.Instant;

/**
 * The crews of one region stay away: they finish what they have begun, and begin nothing more.
 * Customers, the bot and the system go on.
 *
 * @param region its name
 * @param from the first instant at which nobody takes work
 */
public record Absence(String region, Instant from) {}

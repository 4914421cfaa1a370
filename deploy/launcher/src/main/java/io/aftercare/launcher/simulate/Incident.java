package io.aftercare.launcher.simulate;

import java.time.Instant;
import java.util.List;

/**
 * An injected burst of complaints.
 *
 * @param start first instant
 * @param end first instant after it
 * @param regions where: one, or three (a mass complaint)
 * @param productLine what they complain about
 * @param category the grievance
 * @param factor complaints of the regions, as a multiple of their usual rate at that hour
 */
public record Incident(
    Instant start,
    Instant end,
    List<String> regions,
    String productLine,
    String category,
    double factor) {}

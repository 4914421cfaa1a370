package io.aftercare.domain.complaint;

/**
 * The open alert of one key, and which incident it belongs to.
 *
 * @param openedAt ms since 1970
 * @param peak the highest score so far
 * @param incident the incident's id
 */
public record Alarm(String region, String category, long openedAt, double peak, String incident) {}

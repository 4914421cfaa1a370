package io.aftercare.domain.measure;

/**
 * The identity of a job's state: made once, when the job starts on empty state, and kept with it.
 * Absolute values of one lineage never fall; a newer lineage replaces an older one.
 *
 * @param startedAt ms since 1970
 */
public record Lineage(String id, long startedAt) {}

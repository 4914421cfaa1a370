package io.aftercare.domain.intake;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used, and why. It becomes a dead letter.
 *
 * @param reason machine-readable, lower_snake_case
 * @param detail for a person: the field, what was found, what would be right
 * @param arrivedAt record timestamp, ms since 1970
 * @param origin where a gateway says the record came from, e.g. {@code file:line}
 * @param original the first bytes of the value; null if it must be looked up at its offset
 * @param length bytes of the whole value
 * @param sha256 hex digest of the whole value, empty if unknown
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Rejection(
    String topic,
    int partition,
    long offset,
    long arrivedAt,
    String reason,
    String detail,
    @Nullable String origin,
    byte @Nullable [] key,
    byte @Nullable [] original,
    long length,
    String sha256) {

  /** How many bytes of the original a dead letter keeps. */
  public static final int KEPT_BYTES = 262_144;

  /** A rejection found downstream of the source, where the original bytes are no longer at hand. */
  public static Rejection at(
      String topic, int partition, long offset, String reason, String detail) {
    return new Rejection(topic, partition, offset, 0, reason, detail, null, null, null, 0, "");
  }
}

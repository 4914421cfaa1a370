package io.aftercare.contract;

import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/**
 * Why bytes from a topic could not become a record of the contract: the values that decoding gives
 * to {@code DeadLetter.reason}. A closed list, so that every reason can be a metric label.
 */
@NullMarked
public enum DecodeReason {
  /** No value, or a value of no bytes. */
  EMPTY_VALUE,
  /** The first bytes announce none of the encodings that are spoken here. */
  UNKNOWN_FORMAT,
  /** Single-object encoding whose fingerprint belongs to no published schema. */
  UNKNOWN_SCHEMA_FINGERPRINT,
  /** Confluent framing, but no schema registry is configured. */
  SCHEMA_REGISTRY_NOT_CONFIGURED,
  /** Confluent framing with an id that the registry does not know. */
  UNKNOWN_SCHEMA_ID,
  /** The registry's answer is not an Avro schema that stands by itself. */
  UNUSABLE_SCHEMA,
  /** A record of the contract, but of another type than the topic carries. */
  WRONG_RECORD_TYPE,
  /** The writer's schema cannot be read as ours. */
  INCOMPATIBLE_SCHEMA,
  /** The bytes end before the record does. */
  AVRO_TRUNCATED,
  /** The bytes are not a record of the schema they claim, or go on after it. */
  AVRO_MALFORMED,
  /** Not one JSON object and nothing else. */
  JSON_MALFORMED,
  /** A field that has no default is missing or null. */
  JSON_FIELD_MISSING,
  /** A field has a value of the wrong type or out of its range. */
  JSON_FIELD_INVALID;

  /** The reason as it is written: lower_snake_case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.aftercare.contract;

import org.jspecify.annotations.NullMarked;

/**
 * Bytes that are not a record of the contract: a reason for machines and a detail for a person.
 * Carries no stack trace, for it speaks of the data and may be thrown for every record of a topic.
 */
@NullMarked
public final class UndecodableException extends Exception {
  private final DecodeReason reason;

  /** The detail says what was found and what would be right. */
  public UndecodableException(DecodeReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** Why, for a metric label. */
  public DecodeReason reason() {
    return reason;
  }

  /** Why, for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}

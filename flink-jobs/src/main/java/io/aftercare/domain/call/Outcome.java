package io.aftercare.domain.call;

import java.util.Locale;

/** How a wait in a queue ended; in time means within the queue's threshold. */
public enum Outcome {
  WAITING,
  ANSWERED_IN_TIME,
  ANSWERED_LATE,
  /** Hung up after hardly having waited, in time or not. */
  ABANDONED_SHORT,
  ABANDONED_IN_TIME,
  ABANDONED_LATE,
  /** Passed on to another queue before anybody answered. */
  TRANSFERRED,
  OVERFLOWED,
  CALLBACK,
  VOICEMAIL,
  CLOSED,
  FAILED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Whether an agent answered. */
  public boolean answered() {
    return this == ANSWERED_IN_TIME || this == ANSWERED_LATE;
  }

  /** Whether the caller hung up. */
  public boolean abandoned() {
    return this == ABANDONED_SHORT || this == ABANDONED_IN_TIME || this == ABANDONED_LATE;
  }

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}

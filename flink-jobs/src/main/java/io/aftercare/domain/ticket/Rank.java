package io.aftercare.domain.ticket;

/** What an event does to a clock, in the order that counts within one instant. */
public enum Rank {
  STOP,
  PAUSE,
  RESUME,
  START,
  RESET
}

package io.aftercare.domain.call;

import java.util.Locale;

/** What an agent is doing. Occupancy = time {@link #handling} / time {@link #staffed}. */
public enum AgentState {
  UNKNOWN,
  SIGNED_OUT,
  AVAILABLE,
  RINGING,
  ON_CONTACT,
  ON_HOLD,
  WRAP_UP,
  AWAY;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Whether the agent works on a contact, its wrap-up included. */
  public boolean handling() {
    return this == ON_CONTACT || this == ON_HOLD || this == WRAP_UP;
  }

  /** Whether the agent is there for contacts: handling one, or ready to. */
  public boolean staffed() {
    return handling() || this == AVAILABLE || this == RINGING;
  }

  /** The word used in labels. */
  public String label() {
    return label;
  }
}

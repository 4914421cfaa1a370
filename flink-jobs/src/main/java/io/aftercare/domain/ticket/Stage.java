package io.aftercare.domain.ticket;

import java.util.Locale;

/**
 * Where a ticket is in its service; it is in exactly one stage.
 *
 * <pre>
 *   INTAKE > TRIAGE > DISPATCH > SCHEDULE > WORK > ACCEPTANCE > FOLLOW_UP > CLOSED
 *   beside them: WAITING_CUSTOMER, WAITING_PARTS, WAITING_THIRD_PARTY
 * </pre>
 */
public enum Stage {
  INTAKE,
  TRIAGE,
  DISPATCH,
  SCHEDULE,
  WORK,
  ACCEPTANCE,
  FOLLOW_UP,
  CLOSED,
  WAITING_CUSTOMER,
  WAITING_PARTS,
  WAITING_THIRD_PARTY;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The word used in labels. */
  public String label() {
    return label;
  }
}

package io.aftercare.domain.sla;

import java.util.Locale;

/** How a ticket was resolved. */
public enum ResolutionMode {
  UNKNOWN,
  REMOTE,
  PHONE_GUIDANCE,
  ON_SITE,
  REPLACEMENT,
  REFUND,
  WORKSHOP,
  OTHER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}

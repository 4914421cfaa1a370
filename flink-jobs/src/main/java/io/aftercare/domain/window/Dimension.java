package io.aftercare.domain.window;

import java.util.Locale;

/** By what a region's windows are told apart. */
public enum Dimension {
  /** Not at all: one window for all of the region. */
  REGION,
  PRIORITY,
  CHANNEL_CLASS;

  /** The word used in records and answers. */
  public String label() {
    return label;
  }

  private final String label = name().toLowerCase(Locale.ROOT);
}

package io.aftercare.domain.window;

/**
 * What happened in an hour of a cell, and to whom; not changed once handed out. Durations are not
 * kept: none is told.
 *
 * @param untold whether it began with counts whose customers were not noted by kind: then nothing
 *     of its hour is told apart
 */
public record HourCell(Figures figures, Clientele customers, boolean untold) {
  /** Nothing yet. */
  static final HourCell EMPTY = new HourCell(new Figures(), new Clientele(), false);

  /** What is known of whose contributions nobody knows by kind. */
  public static HourCell untold(Figures figures) {
    return new HourCell(EMPTY.plus(figures, EMPTY.customers).figures, EMPTY.customers, true);
  }

  /** Both together. */
  HourCell plus(Figures more, Clientele noted) {
    Figures all = figures.copy();
    all.addCounts(more);
    return new HourCell(all, customers.plus(noted), untold);
  }
}

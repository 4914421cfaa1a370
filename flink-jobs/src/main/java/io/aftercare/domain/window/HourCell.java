package io.aftercare.domain.window;

/** What happened in an hour of a cell, and to whom; not changed once handed out. */
public record HourCell(Figures figures, Customers customers) {

  /** Both together. */
  HourCell plus(Figures more, Customers noted) {
    Figures all = figures.copy();
    all.add(more);
    Customers who = customers.copy();
    who.take(noted);
    return new HourCell(all, who);
  }
}

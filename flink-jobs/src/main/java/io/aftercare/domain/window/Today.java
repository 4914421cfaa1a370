package io.aftercare.domain.window;

import org.jspecify.annotations.Nullable;

/** The window from a zone's last midnight on: panes enter, and at midnight all leave. */
final class Today implements Slide {
  private final Panes panes;
  private final LocalDays days;
  private Figures sum;
  private long end;

  /** The day so far, as of then. */
  Today(Panes panes, LocalDays days, long end) {
    this(panes, days, end, new Figures());
    panes.between(start(), end).values().forEach(sum::add);
  }

  private Today(Panes panes, LocalDays days, long end, Figures sum) {
    this.panes = panes;
    this.days = days;
    this.end = end;
    this.sum = sum;
  }

  @Override
  public long end() {
    return end;
  }

  /** At midnight, the day that is over still is today. */
  @Override
  public long start() {
    return days.startOf(end - 1);
  }

  @Override
  public Figures sum() {
    return sum;
  }

  @Override
  public long next() {
    Long enters = panes.next(end);
    long entered = enters == null ? NEVER : enters + Span.MINUTE;
    return panes.between(start(), end).isEmpty()
        ? entered
        : Math.min(entered, days.endOf(end - 1) + Span.MINUTE);
  }

  @Override
  public void moveTo(long later) {
    if (later <= end) {
      return;
    }
    if (days.startOf(later - 1) != start()) {
      sum = new Figures();
    }
    end = later;
    Figures enters = panes.at(later - Span.MINUTE);
    if (enters != null) {
      sum.add(enters);
    }
  }

  @Override
  public void changed(long minute, Figures more) {
    if (minute >= start() && minute < end) {
      sum.add(more);
    }
  }

  @Override
  public Today backTo(long earlier) {
    if (days.startOf(earlier - 1) != start()) {
      return new Today(panes, days, earlier);
    }
    Figures then = sum.copy();
    panes.between(earlier, end).values().forEach(then::subtract);
    return new Today(panes, days, earlier, then);
  }

  @Override
  public boolean holdsCorrected() {
    return panes.correctedBetween(start(), end);
  }

  /** What it holds while it holds anything; for {@link Todays}. */
  @Nullable Long startIfAny() {
    return sum.isEmpty() ? null : start();
  }
}

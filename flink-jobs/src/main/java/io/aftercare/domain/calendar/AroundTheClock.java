package io.aftercare.domain.calendar;

/** The calendar {@code 24x7}: never closed, in no zone, so that no change of clocks touches it. */
record AroundTheClock() implements ServiceCalendar {
  static final String ID = "24x7";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public long add(long instant, long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("millis is negative: " + millis);
    }
    return instant > NEVER - millis ? NEVER : instant + millis;
  }

  @Override
  public long elapsed(long from, long until) {
    if (until <= from) {
      return 0;
    }
    long span = until - from;
    return span < 0 ? Long.MAX_VALUE : span;
  }

  @Override
  public boolean isOpen(long instant) {
    return true;
  }

  @Override
  public long nextChange(long instant) {
    return NEVER;
  }

  @Override
  public String description() {
    return ID;
  }
}

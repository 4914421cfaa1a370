package io.aftercare.domain.calendar;

/**
 * Opening times as arithmetic on instants (ms since 1970, UTC).
 *
 * <p>Law: {@code elapsed(a, add(a, d)) == d} for every {@code a} and {@code d >= 0}.
 */
public interface ServiceCalendar {

  /** Always open: elapsed time is calendar time. */
  ServiceCalendar AROUND_THE_CLOCK = new AroundTheClock();

  /** The instant at which {@code millis} of open time have passed since {@code instant}. */
  long add(long instant, long millis);

  /** Open time between two instants, ms; 0 if {@code to <= from}. */
  long elapsed(long from, long to);

  /** The calendar {@code 24x7}. */
  record AroundTheClock() implements ServiceCalendar {
    @Override
    public long add(long instant, long millis) {
      return Math.addExact(instant, millis);
    }

    @Override
    public long elapsed(long from, long to) {
      return Math.max(0, to - from);
    }
  }
}

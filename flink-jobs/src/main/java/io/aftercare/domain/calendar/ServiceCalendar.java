package io.aftercare.domain.calendar;

import java.io.Serializable;

/**
 * Opening times as arithmetic on instants (ms since 1970, UTC).
 *
 * <p>Open time is half open: a calendar is open at the instant it opens and closed at the instant
 * it closes. Laws, for all {@code a <= b <= c} and {@code d >= 0}: {@code elapsed(a, c) ==
 * elapsed(a, b) + elapsed(b, c)}; {@code elapsed(a, add(a, d)) == d}, and no earlier instant from
 * {@code a} on has that property.
 *
 * <p>Implementations are values: immutable to the eye, safe between threads, equal if their {@link
 * #description()} is.
 */
public interface ServiceCalendar extends Serializable {

  /** What {@link #add} and {@link #nextChange} answer if there is no such instant. */
  long NEVER = Long.MAX_VALUE;

  /** Always open: elapsed time is calendar time. */
  ServiceCalendar AROUND_THE_CLOCK = new AroundTheClock();

  /** The name that policies and regions use. */
  String id();

  /**
   * The first instant at which {@code millis} of open time have passed since {@code instant}; the
   * instant itself, open or closed, if {@code millis} is 0; {@link #NEVER} if time ends before.
   *
   * @throws IllegalArgumentException if {@code millis} is negative
   */
  long add(long instant, long millis);

  /** Open time between two instants, ms; 0 if {@code until <= from}. */
  long elapsed(long from, long until);

  /** Whether the calendar is open at the instant. */
  boolean isOpen(long instant);

  /** The first instant after this one at which the calendar opens or closes, or {@link #NEVER}. */
  long nextChange(long instant);

  /** All that the calendar says, in one line of YAML that a calendar file can hold. */
  String description();
}

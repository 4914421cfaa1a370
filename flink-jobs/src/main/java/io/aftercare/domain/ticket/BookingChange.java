package io.aftercare.domain.ticket;

/** What is booked of a ticket now that was not, and what was and is no longer. */
public record BookingChange(Bookings gone, Bookings come) {
  /** Nothing changed. */
  public static final BookingChange NONE = new BookingChange(Bookings.NONE, Bookings.NONE);

  /** What one step adds. */
  public static BookingChange added(Bookings come) {
    return new BookingChange(Bookings.NONE, come);
  }

  /** From all that was booked to all that is. */
  public static BookingChange between(Bookings before, Bookings after) {
    return new BookingChange(before.without(after), after.without(before));
  }
}

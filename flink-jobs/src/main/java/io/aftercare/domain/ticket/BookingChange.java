package io.aftercare.domain.ticket;

/**
 * What is booked of a ticket now that was not, and what was and is no longer.
 *
 * @param lived by how much the part of its life grew that has been booked, ms; less than 0 if it
 *     shrank. The snapshots tell, not the pieces: both must come to the same.
 */
public record BookingChange(Bookings gone, Bookings come, long lived) {
  /** Nothing changed. */
  public static final BookingChange NONE = new BookingChange(Bookings.NONE, Bookings.NONE, 0);

  /** What one step adds. */
  public static BookingChange added(Bookings come) {
    return new BookingChange(Bookings.NONE, come, 0);
  }

  /** From all that was booked to all that is. */
  public static BookingChange between(Bookings before, Bookings after) {
    return new BookingChange(before.without(after), after.without(before), 0);
  }

  /** The same, with the change of the life that is booked, ms. */
  BookingChange living(long millis) {
    return new BookingChange(gone, come, millis);
  }
}

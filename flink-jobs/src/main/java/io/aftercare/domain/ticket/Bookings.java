package io.aftercare.domain.ticket;

import java.util.ArrayList;
import java.util.List;

/**
 * What the fold of a ticket books once and for all: pieces of its time that ended, stays in stages
 * that it left, and findings. A snapshot does not keep them; a step tells those that it adds, a
 * whole fold tells all.
 *
 * @param pieces in the order of time
 * @param stays in the order of time
 */
public record Bookings(List<Piece> pieces, List<Stay> stays, List<Finding> findings) {
  /** Nothing was booked. */
  public static final Bookings NONE = new Bookings(List.of(), List.of());

  /** Keeps what it was given. */
  public Bookings {
    pieces = List.copyOf(pieces);
    stays = List.copyOf(stays);
    findings = List.copyOf(findings);
  }

  /** Bookings of a ticket that left no stage. */
  public Bookings(List<Piece> pieces, List<Finding> findings) {
    this(pieces, List.of(), findings);
  }

  /** What these have and the others do not, each as often as it is more often here. */
  public Bookings without(Bookings others) {
    return new Bookings(
        without(pieces, others.pieces()),
        without(stays, others.stays()),
        without(findings, others.findings()));
  }

  private static <T> List<T> without(List<T> these, List<T> others) {
    List<T> left = new ArrayList<>(these);
    others.forEach(left::remove);
    return left;
  }
}

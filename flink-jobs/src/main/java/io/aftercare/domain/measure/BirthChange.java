package io.aftercare.domain.measure;

import io.aftercare.domain.ticket.Ticket;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Open tickets of a region and priority, created in one minute: more or fewer than before. The sum
 * of all changes is the backlog by age, whenever it is looked at.
 *
 * @param birthMinute when they were created, minutes since 1970, begun ones not counted
 * @param more less than 0 if they became fewer
 */
public record BirthChange(String region, String priority, long birthMinute, long more) {
  /** A minute, ms. */
  public static final long MINUTE_MILLIS = 60_000;

  /** A ticket joins, moves or leaves; null stands for one not known yet, or no longer. */
  public static void of(
      @Nullable Ticket before, @Nullable Ticket after, Consumer<BirthChange> out) {
    BirthChange was = open(before);
    BirthChange is = open(after);
    if (Objects.equals(was, is)) {
      return;
    }
    if (was != null) {
      out.accept(was.times(-1));
    }
    if (is != null) {
      out.accept(is);
    }
  }

  /** A snapshot that tells no stage is of a version that did not count these. */
  private static @Nullable BirthChange open(@Nullable Ticket ticket) {
    return ticket == null || !ticket.open() || !ticket.staged()
        ? null
        : new BirthChange(
            ticket.facts().regionLabel(),
            ticket.facts().priority().label(),
            Math.floorDiv(ticket.createdAt(), MINUTE_MILLIS),
            1);
  }

  /** As many, this often. */
  public BirthChange times(long factor) {
    return new BirthChange(region, priority, birthMinute, factor * more);
  }
}

package io.aftercare.domain.calendar;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The openings of one day, in order, none if it is closed. Openings that touch are one, so that
 * days with the same open minutes are equal; openings that overlap are refused as a slip.
 */
public record DayHours(List<Opening> openings) implements Serializable {

  /** A day without openings. */
  public static final DayHours CLOSED = new DayHours(List.of());

  /** Sorts the openings and joins those that touch. */
  public DayHours {
    List<Opening> joined = new ArrayList<>();
    for (Opening next : openings.stream().sorted(Comparator.comparing(Opening::start)).toList()) {
      Opening last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || last.end() < next.start()) {
        joined.add(next);
      } else if (last.end() == next.start()) {
        joined.set(joined.size() - 1, new Opening(last.start(), next.end()));
      } else {
        throw new IllegalArgumentException(last + " and " + next + " overlap; write one opening");
      }
    }
    openings = List.copyOf(joined);
  }

  /** A day with these openings, each written {@code 09:00-12:30}. */
  public static DayHours of(String... openings) {
    return new DayHours(Stream.of(openings).map(Opening::parse).toList());
  }

  /** Whether the day is closed from its beginning to its end. */
  public boolean isClosed() {
    return openings.isEmpty();
  }

  /** Whether this day's last opening goes on past midnight into the openings of the next day. */
  boolean runsInto(DayHours next) {
    return !isClosed()
        && !next.isClosed()
        && openings.get(openings.size() - 1).end() - Opening.DAY > next.openings.get(0).start();
  }

  @Override
  public String toString() {
    return openings.stream()
        .map(opening -> '"' + opening.toString() + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }
}

package io.aftercare.domain.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * Which quarter of its week it is in a region. Where clocks are set back a quarter comes twice,
 * where they are set forward it is left out; a holiday is a Sunday.
 *
 * @param zone the region's
 * @param holiday whether a date is one there
 */
public record LocalWeek(ZoneId zone, Predicate<LocalDate> holiday) {
  private static final int MINUTES = 15;
  private static final int SUNDAY = 7;

  /** A week without holidays. */
  public static LocalWeek of(ZoneId zone) {
    return new LocalWeek(zone, date -> false);
  }

  /** A bin whose source was up, or was not. */
  public Bin bin(long start, boolean up) {
    ZonedDateTime local = Instant.ofEpochMilli(start).atZone(zone);
    LocalDate date = local.toLocalDate();
    int day = holiday.test(date) ? SUNDAY : date.getDayOfWeek().getValue();
    int quarter = (local.getHour() * 60 + local.getMinute()) / MINUTES;
    return new Bin(start, (day - 1) * Bin.PER_DAY + quarter, up);
  }
}

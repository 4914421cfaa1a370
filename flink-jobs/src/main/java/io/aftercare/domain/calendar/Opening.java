package io.aftercare.domain.calendar;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day's wall clock during which the service is open, written {@code 09:00-12:30}.
 *
 * <p>Minutes count from midnight of the day it begins on; {@code 24:00} is the end of that day, and
 * an opening past midnight goes on counting: {@code 22:00-30:00} closes at six the next morning. It
 * belongs to the day it begins on, whole: if that day is a holiday, all of it is closed; a holiday
 * on the next day does not cut it.
 *
 * @param start minute of the day, 0 to 1439
 * @param end minute after the last, later than start by at most 24 hours
 */
public record Opening(int start, int end) implements Serializable {
  static final int DAY = 24 * 60;

  private static final Pattern FORM = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");

  /** Refuses what is no stretch of one day's clock. */
  public Opening {
    String written = clock(start) + "-" + clock(end);
    if (start < 0 || start >= DAY) {
      throw new IllegalArgumentException(written + " must start from 00:00 to 23:59");
    }
    if (end <= start) {
      throw new IllegalArgumentException(written + " ends before it begins" + remedy(start, end));
    }
    if (end - start > DAY) {
      throw new IllegalArgumentException(written + " is longer than 24 hours");
    }
  }

  /**
   * Reads {@code 09:00-12:30}.
   *
   * @throws IllegalArgumentException if the text is no opening; the message says what would be
   */
  public static Opening parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no opening; write two times of day such as 09:00-12:30");
    }
    return new Opening(minute(form.group(1), form.group(2)), minute(form.group(3), form.group(4)));
  }

  private static int minute(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  private static String remedy(int start, int end) {
    return end == start
        ? "; for a whole day write 00:00-24:00"
        : "; if it ends the next day, write " + clock(start) + "-" + clock(end + DAY);
  }

  private static String clock(int minute) {
    return String.format(
        Locale.ROOT, "%02d:%02d", Math.floorDiv(minute, 60), Math.floorMod(minute, 60));
  }

  @Override
  public String toString() {
    return clock(start) + "-" + clock(end);
  }
}

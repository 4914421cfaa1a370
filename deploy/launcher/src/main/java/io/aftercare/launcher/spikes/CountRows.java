package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Bin;
import io.aftercare.launcher.UsageException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The rows of a count file: header {@code time,key,count}, then the start of a bin in seconds since
 * 1970, a key and how many. What is not so is refused with file, line and field.
 */
final class CountRows implements AutoCloseable {
  static final String HEADER = "time,key,count";

  private static final long BIN_SECONDS = Bin.MILLIS / 1000;
  private static final long LATEST = 99_999_999_999L;
  private static final int MOST_DIGITS = 18;
  private static final long MOST = 1_000_000_000;

  private final CountBytes lines;
  private long time;
  private String key = "";
  private long count;

  private CountRows(CountBytes lines) {
    this.lines = lines;
  }

  static CountRows open(Path file) {
    CountBytes lines = CountBytes.open(file);
    try {
      CountRows rows = new CountRows(lines);
      rows.header();
      return rows;
    } catch (UsageException e) {
      lines.close();
      throw e;
    }
  }

  private void header() {
    String found = lines.next() ? text(lines.start(), lines.end()).replace("\uFEFF", "") : "";
    if (!found.equals(HEADER)) {
      throw lines.wrong("the header is '" + found + "'; right is " + HEADER);
    }
  }

  /** Goes to the next row; false at the end. Empty lines are none. */
  boolean next() {
    while (lines.next()) {
      if (lines.end() > lines.start()) {
        read(lines.bytes(), lines.start(), lines.end());
        return true;
      }
    }
    return false;
  }

  private void read(byte[] bytes, int start, int end) {
    int first = comma(bytes, start, end);
    int last = end - 1;
    while (last > first && bytes[last] != ',') {
      last--;
    }
    if (first == end || last == first) {
      throw lines.wrong("fewer than three fields; right are " + HEADER);
    }
    time = time(start, first);
    key = key(bytes, first + 1, last);
    count = count(last + 1, end);
  }

  private static int comma(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != ',') {
      at++;
    }
    return at;
  }

  private long time(int start, int end) {
    long seconds = number(start, end);
    if (seconds < 0) {
      throw lines.wrong(
          "time '" + text(start, end) + "' is no number of seconds since 1970, such as 1704067200");
    }
    if (seconds > LATEST) {
      throw lines.wrong("time " + seconds + " is not in this age; right are seconds since 1970");
    }
    long off = seconds % BIN_SECONDS;
    if (off != 0) {
      throw lines.wrong(
          "time %d is no start of a quarter of an hour; right is %d or %d"
              .formatted(seconds, seconds - off, seconds - off + BIN_SECONDS));
    }
    return seconds;
  }

  private String key(byte[] bytes, int start, int end) {
    boolean quoted = end - start >= 2 && bytes[start] == '"' && bytes[end - 1] == '"';
    String found =
        quoted ? text(start + 1, end - 1).replace("\"\"", "\"") : unquoted(bytes, start, end);
    if (found.isBlank() || found.startsWith("/") || found.endsWith("/")) {
      throw lines.wrong("key '" + found + "' is empty; right is region/category or region/*");
    }
    return found;
  }

  private String unquoted(byte[] bytes, int start, int end) {
    if (comma(bytes, start, end) < end) {
      throw lines.wrong(
          "more than three fields; right are " + HEADER + ", a key with a comma in quotes");
    }
    return text(start, end);
  }

  private long count(int start, int end) {
    long found = number(start, end);
    if (found < 0 || found > MOST) {
      throw lines.wrong(
          "count '%s' is no whole number from 0 to %,d; a bin without a source has no row"
              .formatted(text(start, end), MOST));
    }
    return found;
  }

  /** Below 0 if it is no number. */
  private long number(int start, int end) {
    byte[] bytes = lines.bytes();
    if (start == end || end - start > MOST_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int at = start; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private String text(int start, int end) {
    byte[] all = lines.bytes();
    int at = start;
    while (at < end && all[at] >= 0) {
      at++;
    }
    return at == end
        ? new String(all, start, end - start, StandardCharsets.US_ASCII)
        : decoded(start, end);
  }

  private String decoded(int start, int end) {
    ByteBuffer bytes = ByteBuffer.wrap(lines.bytes(), start, end - start);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw lines.wrong("is not UTF-8; save the file as UTF-8");
    }
  }

  /** Start of the bin, s since 1970. */
  long time() {
    return time;
  }

  String key() {
    return key;
  }

  long count() {
    return count;
  }

  /** Something is wrong in this row. */
  UsageException wrong(String what) {
    return lines.wrong(what);
  }

  /** The number of its line. */
  long line() {
    return lines.number();
  }

  @Override
  public void close() {
    lines.close();
  }
}

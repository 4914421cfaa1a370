package io.aftercare.launcher.replay.source;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines at {@code \n} (a {@code \r} before it goes too). A line of {@value
 * #TOO_LONG} bytes or more is read to its end, but only its beginning is kept. A gzip file that
 * ends early or is damaged ends in one last line that says so.
 */
final class LineReader implements AutoCloseable {
  /** A line of so many bytes is none: no event needs 1 MB. */
  static final int TOO_LONG = 1_000_000;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final Deque<Line> ahead = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private int position;
  private int filled;
  private long number;
  private boolean ended;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    Line waiting = ahead.poll();
    return waiting != null ? waiting : read();
  }

  /** The line after {@code skip} more lines, without taking it; null at the end. */
  @Nullable Line peek(int skip) throws IOException {
    while (ahead.size() <= skip) {
      Line more = read();
      if (more == null) {
        return null;
      }
      ahead.add(more);
    }
    return ahead.stream().skip(skip).findFirst().orElse(null);
  }

  private @Nullable Line read() throws IOException {
    if (ended) {
      return null;
    }
    line.reset();
    number++;
    try {
      return readLine();
    } catch (EOFException e) {
      return broken("truncated_gzip", "the gzip file ends in the middle; fetch it again, whole");
    } catch (ZipException e) {
      return broken("corrupt_gzip", "the gzip file is damaged here: " + e.getMessage());
    }
  }

  private Line broken(String reason, String detail) {
    ended = true;
    return new Line(number, line.toByteArray(), new Rejection(reason, detail));
  }

  private @Nullable Line readLine() throws IOException {
    LongLine tooLong = null;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      tooLong = take(end, tooLong);
      position = Math.min(end + 1, filled);
      if (end < filled) {
        return line(tooLong);
      }
    }
    ended = true;
    return any ? line(tooLong) : null;
  }

  private boolean fill() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return filled > 0;
  }

  private @Nullable LongLine take(int end, @Nullable LongLine tooLong) {
    int length = end - position;
    if (tooLong == null && line.size() + length < TOO_LONG) {
      line.write(buffer, position, length);
      return null;
    }
    LongLine whole = tooLong == null ? LongLine.beginning(line.toByteArray()) : tooLong;
    whole.add(buffer, position, length);
    line.write(buffer, position, Math.min(length, TOO_LONG - line.size()));
    return whole;
  }

  private Line line(@Nullable LongLine tooLong) {
    byte[] bytes = line.toByteArray();
    if (tooLong != null) {
      return new Line(number, bytes, tooLong.rejection());
    }
    int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : -1;
    return new Line(number, length < 0 ? bytes : java.util.Arrays.copyOf(bytes, length), null);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Length and digest of a line that is too long to be kept. */
  private static final class LongLine {
    private final MessageDigest digest = Digests.sha256();
    private long length;

    static LongLine beginning(byte[] bytes) {
      LongLine line = new LongLine();
      line.add(bytes, 0, bytes.length);
      return line;
    }

    void add(byte[] bytes, int from, int count) {
      digest.update(bytes, from, count);
      length += count;
    }

    Rejection rejection() {
      return new Rejection(
          "line_too_long",
          "the line is %d bytes long; a line must be shorter than %d (SHA-256 of the whole: %s)"
              .formatted(length, TOO_LONG, HexFormat.of().formatHex(digest.digest())));
    }
  }
}

package io.aftercare.launcher.spikes;

import io.aftercare.launcher.UsageException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a file, gzipped (told by its first two bytes) or not. */
final class CountBytes implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[2 * LONGEST_LINE];
  private int start;
  private int next;
  private int filled;
  private long number;

  private CountBytes(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static CountBytes open(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UsageException(file + ": is a directory; name a file");
      }
      return new CountBytes(file, decompressed(file));
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": no such file");
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static InputStream decompressed(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    if (magic == GZIP_MAGIC) {
      try {
        return new GZIPInputStream(in, 1 << 16);
      } catch (IOException e) {
        in.close();
        throw new UsageException(
            file + ": the gzip file ends in its first bytes; fetch it again, whole");
      }
    }
    if (file.toString().endsWith(".gz")) {
      in.close();
      throw new UsageException(
          file + ": ends in .gz but is not gzipped; rename it or fetch it again");
    }
    return in;
  }

  /** Goes to the next line; false at the end. */
  boolean next() {
    number++;
    start = next;
    int at = start;
    while (true) {
      while (at < filled) {
        if (buffer[at++] == '\n') {
          next = at;
          return true;
        }
      }
      at -= start;
      if (!fill()) {
        next = filled;
        return filled > start;
      }
    }
  }

  /** Moves the line to the front and reads on behind it; false at the end of the file. */
  private boolean fill() {
    if (filled - start >= LONGEST_LINE) {
      throw wrong("the line has %,d bytes or more; a count needs less".formatted(LONGEST_LINE));
    }
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= start;
    start = 0;
    try {
      int more = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(0, more);
      return more > 0;
    } catch (EOFException e) {
      throw wrong("the gzip file ends in the middle; fetch it again, whole");
    } catch (ZipException e) {
      throw wrong("the gzip file is damaged here: " + e.getMessage());
    } catch (IOException e) {
      throw wrong("cannot be read: " + e.getMessage());
    }
  }

  byte[] bytes() {
    return buffer;
  }

  /** Where the line begins. */
  int start() {
    return start;
  }

  /** Where it ends, without the line's end. */
  int end() {
    int end = next;
    if (end > start && buffer[end - 1] == '\n') {
      end--;
    }
    return end > start && buffer[end - 1] == '\r' ? end - 1 : end;
  }

  /** Its number, from 1. */
  long number() {
    return number;
  }

  /** Something is wrong in this line. */
  UsageException wrong(String what) {
    return new UsageException(file + ":" + number + ": " + what);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be closed: " + e.getMessage());
    }
  }
}

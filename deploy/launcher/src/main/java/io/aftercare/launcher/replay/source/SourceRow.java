package io.aftercare.launcher.replay.source;

import org.jspecify.annotations.Nullable;

/**
 * A line of an input file: either a row or the reason why it is none.
 *
 * @param file name of the file as reports show it
 * @param line number of the (first) physical line; the header is line 1
 * @param raw the bytes of the line
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record SourceRow(
    String file, long line, byte[] raw, @Nullable Row row, @Nullable Rejection rejection) {

  static SourceRow of(String file, Line line, Row row) {
    return new SourceRow(file, line.number(), line.bytes(), row, null);
  }

  static SourceRow rejected(String file, Line line, Rejection rejection) {
    return new SourceRow(file, line.number(), line.bytes(), null, rejection);
  }

  /** Where the line stands: {@code file:line}. */
  public String origin() {
    return file + ":" + line;
  }
}

package io.aftercare.launcher.replay.source;

import io.aftercare.launcher.replay.ReplayError;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows that each begin on a line of their own; empty lines are none, unreadable ones rejected. */
abstract class LineRows implements RowReader {
  final String file;
  final LineReader lines;

  LineRows(String file, LineReader lines) {
    this.file = file;
    this.lines = lines;
  }

  /** The row that begins with this line. */
  abstract SourceRow row(Line line, String text) throws IOException;

  @Override
  public final @Nullable SourceRow next() throws IOException {
    Line line = lines.next();
    while (line != null && line.isEmpty()) {
      line = lines.next();
    }
    return line == null ? null : row(line);
  }

  private SourceRow row(Line line) throws IOException {
    if (line.problem() != null) {
      return SourceRow.rejected(file, line, line.problem());
    }
    String text = line.text();
    return text == null
        ? rejected(line, "invalid_utf8", "the line is not UTF-8; export it as UTF-8")
        : row(line, text);
  }

  final SourceRow rejected(Line line, String reason, String detail) {
    return SourceRow.rejected(file, line, new Rejection(reason, detail));
  }

  @Override
  public final void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new ReplayError(file + ": cannot be closed: " + e.getMessage());
    }
  }
}

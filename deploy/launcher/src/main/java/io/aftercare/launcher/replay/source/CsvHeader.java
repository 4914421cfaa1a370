package io.aftercare.launcher.replay.source;

import io.aftercare.launcher.replay.ReplayError;
import io.aftercare.launcher.replay.mapping.Mapping;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The first line of a CSV file: the names of its columns. */
final class CsvHeader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvHeader() {}

  static List<String> read(String file, LineReader lines, CsvCells csv) throws IOException {
    Line line = lines.next();
    if (line == null || line.isEmpty()) {
      throw new ReplayError(file + ":1: no header; the first line must name the columns");
    }
    if (line.problem() != null) {
      throw new ReplayError(file + ":1: no header: " + line.problem().detail());
    }
    String text = line.text();
    @Nullable List<String> header = text == null ? null : csv.split(withoutMark(text));
    if (header == null) {
      throw new ReplayError(
          file + ":1: the header is not a line of UTF-8 CSV; the first line must name the columns");
    }
    return header;
  }

  private static String withoutMark(String text) {
    return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  static void check(String file, List<String> header, Mapping mapping) {
    Set<String> missing = new TreeSet<>(mapping.requiredColumns());
    header.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new ReplayError(
          "%s:1: no column %s; the header has %s. Correct the file, or the columns in %s"
              .formatted(file, quoted(missing), quoted(header), mapping.file()));
    }
    for (String column : mapping.identityColumns()) {
      if (Collections.frequency(header, column) > 1) {
        throw new ReplayError(
            "%s:1: the column '%s' stands twice; give each its own name".formatted(file, column));
      }
    }
  }

  private static String quoted(Iterable<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}

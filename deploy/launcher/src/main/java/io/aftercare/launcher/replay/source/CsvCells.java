package io.aftercare.launcher.replay.source;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Splits one CSV record (RFC 4180) into its cells; nothing is trimmed. */
final class CsvCells {
  private final char delimiter;
  private final CSVFormat format;

  CsvCells(char delimiter) {
    this.delimiter = delimiter;
    this.format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
  }

  /** The cells, or null if the text is no single record. */
  @Nullable List<String> split(String text) {
    return text.indexOf('"') < 0 ? splitPlain(text) : splitQuoted(text);
  }

  /** Whether the text has an odd number of quotes: a cell that goes on in the next line. */
  static boolean isOpen(CharSequence text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private List<String> splitPlain(String text) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
      cells.add(text.substring(from, to));
      from = to + 1;
    }
    cells.add(text.substring(from));
    return cells;
  }

  private @Nullable List<String> splitQuoted(String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? records.get(0).toList() : null;
    } catch (IOException | java.io.UncheckedIOException e) {
      return null;
    }
  }
}

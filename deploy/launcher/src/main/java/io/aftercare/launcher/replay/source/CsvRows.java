package io.aftercare.launcher.replay.source;

import io.aftercare.launcher.replay.mapping.Mapping;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a CSV file. A quoted cell may contain line ends: the lines are joined if that makes one
 * row with the right number of cells, else only the first of them is rejected, so that a stray
 * quote cannot swallow the good lines after it.
 */
final class CsvRows extends LineRows {
  private static final int MOST_JOINED = 200;

  private final CsvCells csv;
  private final int width;
  private final Map<String, Integer> columns;

  private CsvRows(String file, LineReader lines, CsvCells csv, List<String> header) {
    super(file, lines);
    this.csv = csv;
    this.width = header.size();
    this.columns = new HashMap<>();
    for (int i = 0; i < width; i++) {
      columns.put(header.get(i), i);
    }
  }

  static CsvRows open(String file, LineReader lines, Mapping mapping) throws IOException {
    CsvCells csv = new CsvCells(mapping.delimiter());
    List<String> header = CsvHeader.read(file, lines, csv);
    CsvHeader.check(file, header, mapping);
    return new CsvRows(file, lines, csv, header);
  }

  @Override
  SourceRow row(Line line, String text) throws IOException {
    List<String> cells = csv.split(text);
    if (cells != null) {
      return cells.size() == width ? ofCells(line, cells) : wrongCount(line, cells.size());
    }
    return CsvCells.isOpen(text) ? joined(line, text) : badQuote(line);
  }

  private SourceRow joined(Line first, String beginning) throws IOException {
    StringBuilder text = new StringBuilder(beginning);
    for (int more = 0; more < MOST_JOINED && text.length() < LineReader.TOO_LONG; more++) {
      Line line = lines.peek(more);
      String next = line == null || line.problem() != null ? null : line.text();
      if (next == null) {
        break;
      }
      text.append('\n').append(next);
      if (!CsvCells.isOpen(text)) {
        List<String> cells = csv.split(text.toString());
        if (cells == null || cells.size() != width) {
          break;
        }
        skip(more + 1);
        return ofCells(first, cells);
      }
    }
    return badQuote(first);
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      lines.next();
    }
  }

  private SourceRow ofCells(Line line, List<String> cells) {
    return SourceRow.of(
        file,
        line,
        column -> {
          Integer index = columns.get(column);
          return index == null ? null : cells.get(index);
        });
  }

  private SourceRow wrongCount(Line line, int count) {
    return rejected(
        line, "wrong_column_count", "%d cells; the header has %d columns".formatted(count, width));
  }

  private SourceRow badQuote(Line line) {
    return rejected(
        line, "bad_quote", "a quoted cell does not end; write a quote inside a cell twice (\"\")");
  }
}

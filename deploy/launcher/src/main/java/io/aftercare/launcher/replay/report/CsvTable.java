package io.aftercare.launcher.replay.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a CSV file (RFC 4180 quoting, {@code \n}, UTF-8), so that equal rows are equal bytes. */
public final class CsvTable implements AutoCloseable {
  private final BufferedWriter out;

  private CsvTable(BufferedWriter out) {
    this.out = out;
  }

  /** A new file that begins with this line. */
  public static CsvTable create(Path file, String header) throws IOException {
    CsvTable table = new CsvTable(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    table.out.write(header);
    table.out.write('\n');
    return table;
  }

  /** Writes a row. */
  public void row(Object... cells) throws IOException {
    row(List.of(cells));
  }

  /** Writes a row. */
  public void row(List<?> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(quoted(String.valueOf(cells.get(i))));
    }
    out.write('\n');
  }

  static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package io.aftercare.launcher.replay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** rejected.csv: every line that could not be used, by file and line. */
public final class RejectedReport {
  private RejectedReport() {}

  /** Writes the file. */
  public static void write(Path file, List<RejectedLine> rejected) throws IOException {
    try (CsvTable table = CsvTable.create(file, "file,line,reason")) {
      for (RejectedLine line : rejected.stream().sorted(RejectedLine.ORDER).toList()) {
        table.row(line.file(), line.line(), line.reason());
      }
    }
  }
}

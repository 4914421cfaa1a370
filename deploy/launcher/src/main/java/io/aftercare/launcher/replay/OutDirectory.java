package io.aftercare.launcher.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The directory that the reports go to; only files of their names are ever written in it. */
final class OutDirectory {
  static final String METRICS = "metrics.prom";

  private OutDirectory() {}

  /** Makes the directory and checks that no report would replace an input. */
  static void prepare(Path out, List<String> reports, List<Path> inputs) {
    try {
      if (Files.exists(out) && !Files.isDirectory(out)) {
        throw new ReplayError("--out " + out + ": is a file; name a directory");
      }
      Files.createDirectories(out);
      for (Path input : inputs) {
        checkApart(out, reports, input);
      }
    } catch (IOException e) {
      throw new ReplayError("--out " + out + ": cannot be made or written: " + e.getMessage());
    }
    if (!Files.isWritable(out)) {
      throw new ReplayError("--out " + out + ": cannot be written; choose another directory");
    }
  }

  private static void checkApart(Path out, List<String> reports, Path input) throws IOException {
    List<String> names = new ArrayList<>(reports);
    names.add(METRICS);
    for (String name : names) {
      Path report = out.resolve(name);
      if (Files.exists(report) && Files.exists(input) && Files.isSameFile(report, input)) {
        throw new ReplayError(
            "--out "
                + out
                + ": "
                + name
                + " would replace the input "
                + input
                + "; choose another");
      }
    }
  }
}

package io.aftercare.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A job's graph as it was last agreed on: {@code <folder>/<job>.txt}. A graph that differs fails
 * with the lines that went and came; {@code -Dgraphs.update} writes the new text instead, for a
 * person to read in the diff of the commit.
 */
record GoldenGraph(Path folder, boolean update) {
  static final String UPDATE = "graphs.update";

  /** The golden graphs of this module; Surefire runs tests in the module's folder. */
  static GoldenGraph ofThisModule() {
    return new GoldenGraph(
        Path.of("src", "test", "resources", "graphs"), System.getProperty(UPDATE) != null);
  }

  void matches(String job, String actual) {
    Path file = folder.resolve(job + ".txt");
    try {
      if (update) {
        Files.createDirectories(folder);
        Files.writeString(file, actual, UTF_8);
        return;
      }
      String golden = Files.exists(file) ? Files.readString(file, UTF_8) : "";
      if (!golden.equals(actual)) {
        throw new AssertionError(complaint(job, file, diff(golden, actual)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Golden graph " + file, e);
    }
  }

  private static String complaint(String job, Path file, String diff) {
    return """
        The graph of %s is not the one in %s (- golden, + now):
        %s
        A changed uid orphans the state kept under it, so a restore refuses or forgets. If the change is meant:
          ./mvnw -pl flink-jobs -am test -Dtest='*GraphTest' -Dsurefire.failIfNoSpecifiedTests=false -D%s
        and commit the file with the reason."""
        .formatted(job, file, diff, UPDATE);
  }

  /** A line diff by longest common subsequence. */
  static String diff(String golden, String actual) {
    List<String> old = golden.lines().toList();
    List<String> now = actual.lines().toList();
    int[][] common = commonLines(old, now);
    List<String> out = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        out.add("  " + old.get(i++));
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        out.add("- " + old.get(i++));
      } else {
        out.add("+ " + now.get(j++));
      }
    }
    return String.join("\n", out);
  }

  private static int[][] commonLines(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}

package io.aftercare.launcher.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.tool.ToolOnPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus' own judgement of a scrape. */
final class Promtool {
  private Promtool() {}

  /** What {@code promtool check metrics} has to say; fails if the text is not valid. */
  static List<String> lint(Path directory, String metrics) throws Exception {
    Path promtool = ToolOnPath.require("promtool", "prometheus");
    Path scrape = Files.writeString(directory.resolve("metrics.txt"), metrics);
    Path said = directory.resolve("lint.txt");
    Process check = start(promtool, scrape, said);
    assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
    assertThat(check.exitValue()).as("0: fine, 3: lint; %s", lines).isIn(0, 3);
    return lines;
  }

  private static Process start(Path promtool, Path scrape, Path said) throws IOException {
    return new ProcessBuilder(promtool.toString(), "check", "metrics")
        .redirectInput(scrape.toFile())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }
}

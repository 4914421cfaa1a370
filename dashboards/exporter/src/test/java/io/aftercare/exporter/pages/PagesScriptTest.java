package io.aftercare.exporter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pure functions of the pages' scripts, by their own tests: {@code src/test/js}, which Node's
 * test runner runs without any package. To run one alone: {@code node --test
 * src/test/js/time.test.js}.
 */
class PagesScriptTest {
  private static final Path TESTS = Path.of("src/test/js");
  private static final long PATIENCE_SECONDS = 120;

  @Test
  void theirOwnTestsPass(@TempDir Path directory) throws Exception {
    List<String> command = new ArrayList<>(List.of(node().toString(), "--test"));
    command.addAll(tests());
    Path output = directory.resolve("output");

    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).as("ended").isTrue();
    String told = Files.readString(output);
    assertThat(process.exitValue()).as(told).isZero();
    assertThat(told).containsPattern("pass [1-9]\\d*");
  }

  private static List<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      List<String> tests =
          files.map(Path::toString).filter(each -> each.endsWith(".test.js")).sorted().toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static Path node() {
    Optional<Path> found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(directory -> Path.of(directory, "node"))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      String missing = "node (20 or newer) is not on the PATH; on Debian: apt-get install nodejs";
      if ("true".equals(System.getenv("CI"))) {
        fail(missing + " (on CI it must be there)");
      }
      assumeTrue(false, missing);
    }
    return found.orElseThrow();
  }
}

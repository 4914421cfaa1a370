package io.aftercare.launcher.tool;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds a program that a test drives. Where it is missing the test says how to get it and is
 * skipped; on CI it fails, so that no gate is lost unseen.
 */
public final class ToolOnPath {
  private ToolOnPath() {}

  /** The program of this name on the PATH, or as Debian calls it ({@code prometheus-NAME}). */
  public static Path require(String name, String debianPackage) {
    Optional<Path> found = find("prometheus-" + name).or(() -> find(name));
    if (found.isEmpty()) {
      String missing =
          "%s is not on the PATH; on Debian: apt-get install %s".formatted(name, debianPackage);
      if ("true".equals(System.getenv("CI"))) {
        fail(missing + " (on CI it must be there)");
      }
      assumeTrue(false, missing);
    }
    return found.orElseThrow();
  }

  private static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}

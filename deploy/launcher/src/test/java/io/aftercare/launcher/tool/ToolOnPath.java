package io.aftercare.launcher.tool;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A program that a test needs and the build does not bring. Where it is missing the test is skipped
 * and says so; in continuous integration (CI=true) it fails.
 */
public final class ToolOnPath {
  private ToolOnPath() {}

  /** The program, or the end of the test that asks for it. */
  public static Path require(String name, String debianPackage) {
    return find(name)
        .orElseGet(
            () ->
                missing(name + " is not on the PATH (Debian: apt install " + debianPackage + ")"));
  }

  private static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path missing(String message) {
    if ("true".equals(System.getenv("CI"))) {
      return fail(message);
    }
    return abort(message);
  }
}

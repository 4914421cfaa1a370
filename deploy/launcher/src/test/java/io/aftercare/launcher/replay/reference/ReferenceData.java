package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the real data and their reference answers lie: system property {@code aftercare.data},
 * environment variable {@code AFTERCARE_DATA}, or {@code ../shared/data} beside the project. They
 * are no part of the project: without them a test is skipped, but on CI it fails.
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** The directory; skips the calling test if there is none. */
  public static Path directory() {
    Path directory = configured();
    if (!Files.isDirectory(directory)) {
      String message = "skipped: reference data not found at " + directory;
      if ("true".equals(System.getenv("CI"))) {
        fail(message + "; set AFTERCARE_DATA (on CI it must be there)");
      }
      assumeTrue(false, message);
    }
    return directory;
  }

  public static Path file(String name) {
    return directory().resolve(name);
  }

  private static Path configured() {
    @Nullable String given = System.getProperty("aftercare.data", System.getenv("AFTERCARE_DATA"));
    if (given != null && !given.isEmpty()) {
      return Path.of(given);
    }
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    Path base = root == null ? Path.of("") : root;
    return base.resolve("../shared/data").normalize();
  }
}

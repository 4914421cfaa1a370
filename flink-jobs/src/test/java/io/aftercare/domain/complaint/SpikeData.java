package io.aftercare.domain.complaint;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the unit vectors of the detector lie: {@code spikes/vectors} beside the reference data,
 * which are at system property {@code aftercare.data}, environment variable {@code AFTERCARE_DATA},
 * or {@code ../shared/data} beside the project. They are no part of the project: without them a
 * test is skipped, but on CI it fails.
 */
final class SpikeData {
  private SpikeData() {}

  /** The lines of a vector file without its header and empty lines, each cut into cells. */
  static List<String[]> rows(String name) {
    return text(name)
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(SpikeData::cells)
        .toList();
  }

  private static String[] cells(String line) {
    return line.split(",", -1);
  }

  /** A vector file; skips the calling test if it is not there. */
  static String text(String name) {
    Path file = data().resolve("../spikes/vectors").normalize().resolve(name);
    if (!Files.isRegularFile(file)) {
      String message = "skipped: reference data not found at " + file;
      if ("true".equals(System.getenv("CI"))) {
        fail(message + "; set AFTERCARE_DATA (on CI it must be there)");
      }
      assumeTrue(false, message);
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a map holds, which it must. */
  static <T> T in(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static Path data() {
    @Nullable String given = System.getProperty("aftercare.data", System.getenv("AFTERCARE_DATA"));
    if (given != null && !given.isEmpty()) {
      return Path.of(given);
    }
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    return (root == null ? Path.of("") : root).resolve("../shared/data").normalize();
  }
}

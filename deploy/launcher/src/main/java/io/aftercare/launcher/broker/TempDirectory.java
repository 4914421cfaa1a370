package io.aftercare.launcher.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is deleted with everything in it when closed. */
public record TempDirectory(Path path) implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  /** Creates one under {@code java.io.tmpdir}. */
  public static TempDirectory create(String prefix) {
    try {
      return new TempDirectory(Files.createTempDirectory(prefix));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Cannot create a temporary directory in "
              + System.getProperty("java.io.tmpdir")
              + "; name a writable one with AFTERCARE_JAVA_OPTS=-Djava.io.tmpdir=DIR",
          failure);
    }
  }

  @Override
  public void close() {
    UncheckedIOException last = null;
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(path); attempt++) {
      try {
        deleteTree();
        return;
      } catch (UncheckedIOException stillWritten) {
        // A background thread of the owner may write a last file while we walk; walk again.
        last = stillWritten;
      }
    }
    if (last != null) {
      throw last;
    }
  }

  private void deleteTree() {
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException goneMeanwhile) {
      throw new UncheckedIOException(goneMeanwhile);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot delete " + path, failure);
    }
  }
}

package io.aftercare.launcher.rules;

import io.aftercare.launcher.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Files out of the jar, written as they are. */
final class ShippedFiles {
  private ShippedFiles() {}

  /** Writes these resources, in the same sub-directories; what stands there is replaced. */
  static void write(String root, List<String> names, Path directory) {
    try {
      for (String name : names) {
        Path file = directory.resolve(name);
        Path parent = file.getParent();
        Files.createDirectories(parent == null ? directory : parent);
        try (InputStream in = open(root + name)) {
          Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  static UsageException unwritable(Path directory, IOException failure) {
    return new UsageException(
        directory
            + ": cannot be written ("
            + failure.getMessage()
            + "); name a directory that can");
  }

  private static InputStream open(String resource) {
    InputStream in = ShippedFiles.class.getResourceAsStream(resource);
    if (in == null) {
      throw new UncheckedIOException(new IOException(resource + " is missing from the jar"));
    }
    return in;
  }
}

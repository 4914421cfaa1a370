package io.aftercare.launcher.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of the repository are, seen from this module. */
final class House {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final Path RULES = ROOT.resolve("dashboards/rules");
  static final Path TWINS = RULES.resolve("tests");
  static final Path RUNBOOKS = ROOT.resolve("dashboards/runbooks");
  static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
  static final Path ALERTMANAGER = ROOT.resolve("deploy/alertmanager");

  private House() {}

  /** The files of a directory with this ending, sorted. */
  static List<Path> files(Path directory, String ending) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

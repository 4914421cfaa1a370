package io.aftercare.launcher.monitoring;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of this machine, by name. */
public final class Executables {
  private final String path;

  private Executables(String path) {
    this.path = path;
  }

  /** Those on the PATH of these variables. */
  static Executables of(Map<String, String> environment) {
    return new Executables(environment.getOrDefault("PATH", ""));
  }

  /** The first program on the PATH that has one of these names, the first name preferred. */
  public static Optional<Path> find(String... names) {
    return of(System.getenv()).first(names);
  }

  Optional<Path> first(String... names) {
    return Arrays.stream(names).flatMap(this::called).findFirst();
  }

  private Stream<Path> called(String name) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .filter(directory -> !directory.isEmpty())
        .flatMap(directory -> in(directory, name))
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable);
  }

  private static Stream<Path> in(String directory, String name) {
    try {
      return Stream.of(Path.of(directory, name));
    } catch (InvalidPathException nowhere) {
      return Stream.empty();
    }
  }
}

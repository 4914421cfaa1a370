package io.aftercare.launcher.replay;

import io.aftercare.launcher.Terminal;
import io.aftercare.launcher.replay.feed.ReplayLoader;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.source.RowReader;
import io.aftercare.launcher.replay.source.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a replay: checked before anything starts, then read once, one after the other. */
final class ReplayInput {
  private static final int SHOW_EVERY = 1000;
  private static final int FILES_SHOWN = 5;

  private final List<SourceFile> files;
  private final Mapping mapping;

  private ReplayInput(List<SourceFile> files, Mapping mapping) {
    this.files = files;
    this.mapping = mapping;
  }

  /**
   * Opens every file once, for a look at its header.
   *
   * @throws ReplayError if one cannot be replayed
   */
  static ReplayInput of(List<Path> paths, Mapping mapping) throws IOException {
    List<SourceFile> files = named(paths);
    for (SourceFile file : files) {
      requireFile(file.path());
      file.open(mapping, count -> {}).close();
    }
    return new ReplayInput(files, mapping);
  }

  private static void requireFile(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new ReplayError(path + ": is a directory; name the files in it" + filesIn(path));
    }
    if (!Files.isRegularFile(path)) {
      throw new ReplayError(path + ": no such file");
    }
  }

  private static String filesIn(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<String> files =
          entries.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
      String more =
          files.size() > FILES_SHOWN ? " and " + (files.size() - FILES_SHOWN) + " more" : "";
      return files.isEmpty()
          ? ", but there are none"
          : ": " + String.join(" ", files.subList(0, Math.min(FILES_SHOWN, files.size()))) + more;
    }
  }

  /** Reports name a file by its last part, unless two files share it. */
  private static List<SourceFile> named(List<Path> paths) {
    Set<String> names = new HashSet<>();
    boolean distinct = paths.stream().allMatch(path -> names.add(last(path)));
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new SourceFile(path, distinct ? last(path) : path.toString()));
    }
    return files;
  }

  private static String last(Path path) {
    return String.valueOf(path.getFileName());
  }

  void loadWith(ReplayLoader loader, PrintWriter out) throws IOException {
    long size = files.stream().mapToLong(SourceFile::size).sum();
    long[] bytes = {0};
    try (Progress progress =
        new Progress("loading", "bytes", size, Terminal.isInteractive(), out)) {
      for (SourceFile file : files) {
        try (RowReader rows = file.open(mapping, count -> bytes[0] += count)) {
          while (loader.loadNext(rows)) {
            if (loader.lines() % SHOW_EVERY == 0) {
              progress.at(bytes[0], loader.lines() + " lines");
            }
          }
        }
      }
      progress.at(bytes[0], loader.lines() + " lines");
      progress.finish();
    }
  }
}

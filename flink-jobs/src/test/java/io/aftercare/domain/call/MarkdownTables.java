package io.aftercare.domain.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of a page, as a test reads them. */
final class MarkdownTables {
  /** A row by the names of its columns. */
  record Row(List<String> names, List<String> cells) {
    Row {
      if (names.size() != cells.size()) {
        throw new IllegalArgumentException("columns " + names + " but cells " + cells);
      }
    }

    String get(String name) {
      int column = names.indexOf(name);
      if (column < 0) {
        throw new IllegalArgumentException("no column " + name + " in " + names);
      }
      return cells.get(column);
    }
  }

  private MarkdownTables() {}

  /** All tables in the order of the page. */
  static List<List<Row>> of(Path page) {
    List<List<Row>> tables = new ArrayList<>();
    List<String> names = List.of();
    for (String line : lines(page)) {
      if (!line.startsWith("|")) {
        names = List.of();
      } else if (names.isEmpty()) {
        names = cells(line);
        tables.add(new ArrayList<>());
      } else if (!line.startsWith("|--")) {
        tables.get(tables.size() - 1).add(new Row(names, cells(line)));
      }
    }
    return tables;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

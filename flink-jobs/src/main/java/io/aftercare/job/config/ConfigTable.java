package io.aftercare.job.config;

import java.util.stream.Collectors;

/** The keys as a Markdown table, one row each, for the documentation. */
public final class ConfigTable {
  private static final String HEAD =
      "| key | value | default | what it does | environment variable |\n|---|---|---|---|---|\n";

  private ConfigTable() {}

  /** The whole table, ending with a line break. */
  public static String of(ConfigKeys keys) {
    return keys.all().stream().map(ConfigTable::row).collect(Collectors.joining("", HEAD, ""));
  }

  private static String row(ConfigKey<?> key) {
    String standard = key.defaultText().isEmpty() ? "not set" : "`" + key.defaultText() + "`";
    return "| `%s` | %s | %s | %s | `%s` |%n"
        .formatted(
            key.name(), key.type().description(), standard, key.description(), key.variable())
        .replace(System.lineSeparator(), "\n");
  }
}

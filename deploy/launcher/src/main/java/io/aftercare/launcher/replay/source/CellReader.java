package io.aftercare.launcher.replay.source;

import io.aftercare.launcher.replay.mapping.Column;
import io.aftercare.launcher.replay.mapping.EventField;
import io.aftercare.launcher.replay.mapping.Mapping;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns single cells into values by a mapping; an absent cell is null. */
final class CellReader {
  private final Mapping mapping;
  private final Pseudonyms pseudonyms;

  CellReader(Mapping mapping, Pseudonyms pseudonyms) {
    this.mapping = mapping;
    this.pseudonyms = pseudonyms;
  }

  /** The text of a cell, or null if the source states nothing there. */
  @Nullable String text(String column, Row row) throws UnusableRow {
    String cell = row.cell(column);
    return cell == null || cell.isBlank() || mapping.missing().contains(cell) ? null : cell;
  }

  @Nullable Instant time(String column, Row row) throws UnusableRow {
    String text = text(column, row);
    Instant time = text == null ? null : mapping.times().read(text);
    if (text != null && time == null) {
      throw new UnusableRow(
          "bad_timestamp",
          "column '%s': %s is no time; write it as %s"
              .formatted(column, Rejection.shown(text), mapping.times().expected()));
    }
    return time;
  }

  /**
   * The value of a column's field; a word that no closed list knows becomes UNKNOWN and is noted.
   */
  @Nullable Object value(Column column, Row row, Set<String> unknown) throws UnusableRow {
    EventField field = Objects.requireNonNull(mapping.kind().field(column.field()));
    if (field.type() == EventField.Type.TIME) {
      return time(column.name(), row);
    }
    String text = text(column.name(), row);
    if (text == null) {
      return null;
    }
    Map<String, Object> words = mapping.values().get(field.name());
    Object meant = words == null ? null : words.get(text);
    if (meant == null && (words == null || field.type() != EventField.Type.SYMBOL)) {
      meant = field.read(text, mapping.times(), column.unit());
    }
    if (meant != null) {
      return Pseudonyms.concern(field.name()) ? pseudonyms.of(text) : meant;
    }
    if (field.type() == EventField.Type.SYMBOL) {
      unknown.add(field.name());
      return field.unknownSymbol();
    }
    throw bad(column, field, text);
  }

  private UnusableRow bad(Column column, EventField field, String text) {
    String kind =
        switch (field.type()) {
          case INT, LONG, NUMBER -> "bad_number";
          default -> "bad_" + field.type().name().toLowerCase(Locale.ROOT);
        };
    return new UnusableRow(
        kind,
        "column '%s': %s is no %s; write %s"
            .formatted(
                column.name(),
                Rejection.shown(text),
                field.name(),
                field.expected(mapping.times())));
  }
}

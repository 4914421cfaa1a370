package io.aftercare.launcher.replay.source;

import org.jspecify.annotations.Nullable;

/** The cells of one line, by column name. */
public interface Row {
  /**
   * The cell as text, or null if the line has no such column.
   *
   * @throws UnusableRow if the cell is no single value
   */
  @Nullable String cell(String column) throws UnusableRow;
}

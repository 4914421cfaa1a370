package io.aftercare.launcher.replay.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A value of one column that states another field: if the column equals (or contains) the text, the
 * field takes the value. Later rules win over earlier ones.
 *
 * @param whole true: the column equals the text; false: it contains it
 */
public record ValueRule(
    String column, boolean optional, boolean whole, String text, String field, Object value) {

  /** Whether the rule speaks of such a cell; an absent one matches nothing. */
  public boolean matches(@Nullable String cell) {
    return cell != null && (whole ? cell.equals(text) : cell.contains(text));
  }
}

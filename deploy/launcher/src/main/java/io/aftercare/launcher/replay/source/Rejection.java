package io.aftercare.launcher.replay.source;

/**
 * Why a line is no event.
 *
 * @param reason for machines, lower_snake_case
 * @param detail for a person: the column, what was found, what would be right
 */
public record Rejection(String reason, String detail) {
  private static final int SHOWN = 80;

  /** A value as messages show it: short, on one line. */
  public static String shown(String value) {
    String plain = value.replaceAll("\\p{Cntrl}", "?");
    return "'" + (plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...") + "'";
  }
}

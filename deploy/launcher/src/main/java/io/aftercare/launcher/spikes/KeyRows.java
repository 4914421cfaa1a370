package io.aftercare.launcher.spikes;

/** What the bin at hand has of one key. */
final class KeyRows {
  private static final long NEVER = -1;

  private final CountKey key;
  private final FamilyRows family;
  private long time = NEVER;
  private long line;

  KeyRows(CountKey key, FamilyRows family) {
    this.key = key;
    this.family = family;
  }

  CountKey key() {
    return key;
  }

  FamilyRows family() {
    return family;
  }

  /** Takes a row. */
  void take(CountRows row) {
    if (row.time() == time) {
      throw row.wrong(
          "key '%s' has a row for %d already, in line %d; right is one for each bin"
              .formatted(key.text(), time, line));
    }
    time = row.time();
    line = row.line();
  }
}

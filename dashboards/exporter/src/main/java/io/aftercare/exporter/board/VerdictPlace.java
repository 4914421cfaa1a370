package io.aftercare.exporter.board;

import io.aftercare.exporter.ledger.Settlement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The place of a settlement among the newest; a cursor says after which place to go on. */
public record VerdictPlace(Instant settledAt, String clockId) {
  static final Comparator<VerdictPlace> ORDER =
      Comparator.comparing(VerdictPlace::settledAt, Comparator.reverseOrder())
          .thenComparing(VerdictPlace::clockId);

  static VerdictPlace of(Settlement settled) {
    return new VerdictPlace(settled.settledAt(), settled.clockId());
  }

  String cursor() {
    return Cursor.of("verdict", settledAt.toString(), clockId);
  }

  /** The place that a cursor names; {@link IllegalArgumentException} if it names none. */
  public static VerdictPlace parse(String cursor) {
    List<String> parts = Cursor.parts(cursor);
    return new VerdictPlace(Cursor.instant(parts.get(1)), parts.get(2));
  }
}

package io.aftercare.exporter.board;

import io.aftercare.exporter.view.Level;
import io.aftercare.exporter.view.Observations;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** A queue of a region, and its place among all: by names, so that it stays where it is. */
public record QueuePlace(String region, String queue) {
  static final Comparator<QueuePlace> ORDER =
      Comparator.comparing(QueuePlace::region).thenComparing(QueuePlace::queue);

  static QueuePlace of(Level level) {
    return new QueuePlace(level.label("region"), level.label("queue"));
  }

  static QueuePlace of(Observations observed) {
    return new QueuePlace(observed.label("region"), observed.label("queue"));
  }

  static QueuePlace of(QueueRow row) {
    return new QueuePlace(row.region(), row.queue());
  }

  /** Only the last part of a cursor may hold anything: the region is encoded. */
  String cursor() {
    byte[] bytes = region.getBytes(StandardCharsets.UTF_8);
    return Cursor.of("queue", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), queue);
  }

  /** The place that a cursor names; {@link IllegalArgumentException} if it names none. */
  public static QueuePlace parse(String cursor) {
    List<String> parts = Cursor.parts(cursor);
    if (!parts.get(0).equals("queue")) {
      throw new IllegalArgumentException("no queue: " + parts.get(0));
    }
    byte[] region = Base64.getUrlDecoder().decode(parts.get(1));
    return new QueuePlace(new String(region, StandardCharsets.UTF_8), parts.get(2));
  }
}

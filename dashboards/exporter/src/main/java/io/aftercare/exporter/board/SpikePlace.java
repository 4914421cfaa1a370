package io.aftercare.exporter.board;

import io.aftercare.contract.Spike;
import io.aftercare.exporter.spike.RecentSpikes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The place of a spike: open ones first, the newest first; a cursor says after which to go on. */
public record SpikePlace(boolean open, Instant openedAt, String spikeId) {
  static final Comparator<SpikePlace> ORDER =
      Comparator.comparing(SpikePlace::open, Comparator.reverseOrder())
          .thenComparing(SpikePlace::openedAt, Comparator.reverseOrder())
          .thenComparing(SpikePlace::spikeId);

  static SpikePlace of(Spike spike) {
    return new SpikePlace(RecentSpikes.isOpen(spike), spike.getOpenedAt(), spike.getSpikeId());
  }

  String cursor() {
    return Cursor.of(Boolean.toString(open), openedAt.toString(), spikeId);
  }

  /** The place that a cursor names; {@link IllegalArgumentException} if it names none. */
  public static SpikePlace parse(String cursor) {
    List<String> parts = Cursor.parts(cursor);
    return new SpikePlace(
        Boolean.parseBoolean(parts.get(0)), Cursor.instant(parts.get(1)), parts.get(2));
  }
}

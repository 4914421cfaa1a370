package io.aftercare.flow;

import io.aftercare.domain.window.Clientele;
import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.PanePart;
import io.aftercare.domain.window.Span;
import io.aftercare.domain.window.What;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up contributions per minute and cell of a region; it has no state of its own. */
@SuppressWarnings("NullAway.Init") // open calls begin before anything else
public final class PrePanes extends AddUp<Contribution, PanePart> {
  private transient Map<Place, Adding> parts;

  /**
   * @param flushMillis processing time between flushes, ms
   */
  public PrePanes(long flushMillis) {
    super(flushMillis, true);
  }

  /** Where contributions are added up. */
  private record Place(String region, long minute, String priority, String channelClass) {}

  @Override
  void begin() {
    parts = new LinkedHashMap<>();
  }

  @Override
  void add(Contribution c) {
    Place place = new Place(c.region(), Span.minuteOf(c.at()), c.priority(), c.channelClass());
    parts.computeIfAbsent(place, p -> new Adding()).add(c);
  }

  @Override
  void flush() {
    parts.forEach(this::emit);
    parts.clear();
  }

  private void emit(Place place, Adding part) {
    if (part.matters()) {
      emit(
          new PanePart(
              place.region(),
              place.minute(),
              place.priority(),
              place.channelClass(),
              part.contributions,
              part.lastEvent,
              part.figures,
              part.customers));
    }
  }

  /** What one part of a pane adds up to. */
  private static final class Adding {
    private final Figures figures = new Figures();
    private final Clientele customers = new Clientele();
    private long contributions;
    private long lastEvent = Long.MIN_VALUE;

    void add(Contribution c) {
      figures.add(c);
      customers.note(c);
      contributions++;
      if (c.what() == What.EVENT) {
        lastEvent = Math.max(lastEvent, c.at());
      }
    }

    /** What was counted and taken back is as if nothing happened. */
    boolean matters() {
      return !figures.isEmpty() || !customers.isEmpty();
    }
  }
}

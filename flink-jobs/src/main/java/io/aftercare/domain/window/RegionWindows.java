package io.aftercare.domain.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one region, or of all together. A window is said when it closes, if it holds
 * anything else than the one that ended a minute before; and again, as a correction, if a late
 * contribution reaches a pane of it.
 */
final class RegionWindows {
  private final @Nullable String region;
  private final Panes panes;
  private final long latenessMillis;
  private final Map<Span, Slide> slides = new EnumMap<>(Span.class);

  /**
   * @param region null: all regions
   * @param today of the panes; the others end where it does
   */
  RegionWindows(
      @Nullable String region, Panes panes, Function<Panes, Slide> today, long latenessMillis) {
    this.region = region;
    this.panes = panes;
    this.latenessMillis = latenessMillis;
    Slide day = today.apply(panes);
    for (Span span : Span.values()) {
      slides.put(span, span == Span.TODAY ? day : new Sliding(panes, span.millis(), day.end()));
    }
  }

  Panes panes() {
    return panes;
  }

  /** Adds to a minute; what it holds now. */
  Figures add(long minute, Figures more) {
    Figures now = panes.add(minute, more);
    slides.values().forEach(slide -> slide.changed(minute, more));
    return now;
  }

  /** Says again what late contributions changed since the last time, each end once. */
  void correct(Consumer<WindowEntry> out) {
    if (panes.toCorrect().isEmpty()) {
      return;
    }
    long first = panes.toCorrect().first();
    slides.forEach((span, slide) -> correct(span, slide, first, out));
  }

  /** Where such a pane leaves is a change too, which there was none of if the pane is new. */
  private void correct(Span span, Slide now, long first, Consumer<WindowEntry> out) {
    Slide past = now.backTo(first);
    for (long end = past.next(); end <= now.end(); end = past.next()) {
      boolean held = past.holdsCorrected();
      past.moveTo(end);
      if (held || past.holdsCorrected()) {
        out.accept(entry(span, past, true));
      }
    }
  }

  /** Closes what ends by then. */
  void close(long to, Consumer<WindowEntry> out) {
    slides.forEach(
        (span, slide) -> {
          for (long end = slide.next(); end <= to; end = slide.next()) {
            slide.moveTo(end);
            out.accept(entry(span, slide, false));
          }
          slide.moveTo(to);
        });
  }

  private WindowEntry entry(Span span, Slide slide, boolean correction) {
    return new WindowEntry(
        region,
        Dimension.REGION,
        "",
        span.label(),
        slide.start(),
        slide.end(),
        slide.end() + latenessMillis,
        correction,
        slide.sum().copy());
  }
}

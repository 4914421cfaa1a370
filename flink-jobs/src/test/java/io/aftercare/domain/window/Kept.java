package io.aftercare.domain.window;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps in maps what must outlast a failure, and makes windows of it again. */
final class Kept implements Windows.Keep {
  final Map<PaneKey, Figures> panes = new HashMap<>();
  final Set<PaneKey> corrected = new HashSet<>();
  final Map<HourKey, HourCell> open = new HashMap<>();
  final Map<HourKey, Figures> published = new HashMap<>();
  final Map<HoursKey, Long> publishedUntil = new HashMap<>();

  @Override
  public void pane(PaneKey key, @Nullable Figures figures) {
    set(panes, key, figures);
  }

  @Override
  public void corrected(PaneKey key, boolean toBeSaid) {
    if (toBeSaid) {
      corrected.add(key);
    } else {
      corrected.remove(key);
    }
  }

  @Override
  public void open(HourKey key, @Nullable HourCell cell) {
    set(open, key, cell);
  }

  @Override
  public void published(HourKey key, @Nullable Figures figures) {
    set(published, key, figures);
  }

  @Override
  public void publishedUntil(HoursKey key, long end) {
    publishedUntil.put(key, end);
  }

  private static <K, V> void set(Map<K, V> map, K key, @Nullable V value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }

  /** But for until when hours are decided, which is never forgotten. */
  boolean isEmpty() {
    return panes.isEmpty() && corrected.isEmpty() && open.isEmpty() && published.isEmpty();
  }

  Windows restore(WindowTerms terms, long reached) {
    Windows windows = new Windows(terms, this, reached);
    panes.forEach(windows::restore);
    corrected.forEach(windows::restoreCorrected);
    open.forEach(windows::restore);
    published.forEach(windows::restorePublished);
    publishedUntil.forEach(windows::restorePublishedUntil);
    return windows;
  }
}

package io.aftercare.exporter.window;

import io.aftercare.contract.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Of each region, cell and length the window that closed last. The log is sparse, so it stands
 * until another is told; a correction of an older window changes nothing here. Thread-safe.
 */
public final class LastWindows {
  /** Far more than a service has; beyond them nothing new is held. */
  private static final int MOST = 200_000;

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::region)
          .thenComparing(Place::dimension)
          .thenComparing(Place::cell)
          .thenComparing(Place::window);

  private final Map<Place, Window> last = new TreeMap<>(ORDER);
  private long changes;

  /** What a window is the last of; the region is empty for all together. */
  private record Place(String region, String dimension, String cell, String window) {}

  /** Takes one record of the log. */
  public synchronized void take(Window window) {
    String region = window.getRegion();
    Place place =
        new Place(
            region == null ? "" : region,
            window.getDimension().name(),
            window.getCell(),
            window.getWindow());
    Window before = last.get(place);
    boolean older = before != null && window.getEnd().isBefore(before.getEnd());
    if (!older && (before != null || last.size() < MOST)) {
      last.put(place, window);
      changes++;
    }
  }

  /** All of them, by region (all together first), dimension, cell and length. */
  public synchronized List<Window> all() {
    return new ArrayList<>(last.values());
  }

  /** How often it has changed: the same number, the same answers. */
  public synchronized long changes() {
    return changes;
  }
}

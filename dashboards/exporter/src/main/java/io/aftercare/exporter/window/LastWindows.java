package io.aftercare.exporter.window;

import io.aftercare.contract.Window;
import io.aftercare.contract.WindowDimension;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of each region, cell and length the window that closed last. The log is sparse, so it stands
 * until another is told; a correction of an older window changes nothing here. The parts of a
 * region are told together: those of the window before go with the first of the next, and a part
 * that does not come again is empty or hidden. Thread-safe.
 */
public final class LastWindows {
  /** Far more than a service has; beyond them nothing new is held. */
  private static final int MOST = 200_000;

  private static final Comparator<Window> ORDER =
      Comparator.comparing(LastWindows::region)
          .thenComparing(window -> window.getDimension().name())
          .thenComparing(Window::getCell)
          .thenComparing(Window::getWindow);

  private final Map<Whole, Map<String, Window>> last = new HashMap<>();
  private int held;
  private long changes;

  /** What cells are parts of; the region is empty for all together. */
  private record Whole(String region, WindowDimension dimension, String window) {}

  /** Takes one record of the log. */
  public synchronized void take(Window window) {
    Whole whole = new Whole(region(window), window.getDimension(), window.getWindow());
    Map<String, Window> cells = last.computeIfAbsent(whole, w -> new HashMap<>());
    Instant end = cells.values().stream().map(Window::getEnd).findAny().orElse(Instant.MIN);
    if (window.getEnd().isBefore(end)) {
      return;
    }
    if (window.getEnd().isAfter(end)) {
      held -= cells.size();
      cells.clear();
    }
    if (held < MOST || cells.containsKey(window.getCell())) {
      held += cells.put(window.getCell(), window) == null ? 1 : 0;
      changes++;
    }
  }

  private static String region(Window window) {
    return window.getRegion() == null ? "" : window.getRegion();
  }

  /** All of them, by region (all together first), dimension, cell and length. */
  public synchronized List<Window> all() {
    return last.values().stream().flatMap(cells -> cells.values().stream()).sorted(ORDER).toList();
  }

  /** How often it has changed: the same number, the same answers. */
  public synchronized long changes() {
    return changes;
  }
}

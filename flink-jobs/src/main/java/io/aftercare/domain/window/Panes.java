package io.aftercare.domain.window;

import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The minutes in which anything happened, and which of them changed after windows over them had
 * closed. Figures that were handed out never change: a pane that does is another.
 */
final class Panes {
  private final TreeMap<Long, Figures> byMinute = new TreeMap<>();
  private final TreeSet<Long> corrected = new TreeSet<>();

  /** Adds to a minute; what it holds now. */
  Figures add(long minute, Figures more) {
    Figures before = byMinute.get(minute);
    Figures now = before == null ? more : before.copy();
    if (before != null) {
      now.add(more);
    }
    byMinute.put(minute, now);
    return now;
  }

  /** Remembers that windows over a minute are to be said again. */
  void correct(long minute) {
    corrected.add(minute);
  }

  /** All that is to be said again has been. */
  void corrected() {
    corrected.clear();
  }

  /** The minutes whose windows are to be said again. */
  NavigableSet<Long> toCorrect() {
    return corrected;
  }

  /** Whether any of those lies between the first instant and before the second. */
  boolean correctedBetween(long from, long to) {
    Long first = corrected.ceiling(from);
    return first != null && first < to;
  }

  @Nullable Figures at(long minute) {
    return byMinute.get(minute);
  }

  /** The first minute at or after an instant; null if there is none. */
  @Nullable Long next(long from) {
    return byMinute.ceilingKey(from);
  }

  /** The minutes from the first instant to before the second. */
  NavigableMap<Long, Figures> between(long from, long to) {
    return from < to ? byMinute.subMap(from, true, to, false) : new TreeMap<>();
  }

  /** Forgets all minutes before an instant. */
  void dropBefore(long instant, LongConsumer dropped) {
    Map<Long, Figures> old = byMinute.headMap(instant);
    old.keySet().forEach(dropped::accept);
    old.clear();
  }

  boolean isEmpty() {
    return byMinute.isEmpty();
  }
}

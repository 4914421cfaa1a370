package io.aftercare.domain.window;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one region by priority or by channel class. Each is published once, when nothing can
 * change it any more, as far as {@link Disclosure} allows: what comes for an hour that begins
 * before the end of the last one that was decided is in no cell, whatever the allowed lateness or
 * the region's zone has become. The windows of a day and of today are sums of published hours,
 * which tell nothing that these did not. All cells of one window are said together.
 */
final class FineHours {
  private static final long KEPT = LocalDays.LONGEST_DAY + Span.HOUR.millis();

  private final HoursKey key;
  private final LocalDays days;
  private final long latenessMillis;
  private final Disclosure disclosure;
  private final Keep keep;
  private final NavigableMap<Long, Map<String, HourCell>> open = new TreeMap<>();
  private final NavigableMap<Long, SortedMap<String, Figures>> published = new TreeMap<>();
  private long publishedUntil = Windows.BEGINNING;

  FineHours(HoursKey key, LocalDays days, long latenessMillis, Disclosure disclosure, Keep keep) {
    this.key = key;
    this.days = days;
    this.latenessMillis = latenessMillis;
    this.disclosure = disclosure;
    this.keep = keep;
  }

  /** Where what is kept of hours is kept. */
  interface Keep {
    /** An hour that is not published yet; null: it is. */
    void open(HourKey key, @Nullable HourCell cell);

    /** What was published; null: it is not needed any more. */
    void published(HourKey key, @Nullable Figures figures);

    /** All hours of a region that end by then are decided, and never again. */
    void publishedUntil(HoursKey key, long end);
  }

  void add(long minute, String cell, Figures more, Clientele noted) {
    long hour = days.hourOf(minute);
    if (hour < publishedUntil) {
      return;
    }
    HourCell now =
        open.computeIfAbsent(hour, h -> new TreeMap<>())
            .compute(cell, (c, was) -> (was == null ? HourCell.EMPTY : was).plus(more, noted));
    keep.open(key(hour, cell), now);
  }

  void restoreOpen(long hour, String cell, HourCell kept) {
    open.computeIfAbsent(hour, h -> new TreeMap<>()).put(cell, kept);
  }

  void restorePublished(long hour, String cell, Figures kept) {
    Figures counts = new Figures();
    counts.addCounts(kept); // an older version told more
    published.computeIfAbsent(hour, h -> new TreeMap<>()).put(cell, counts);
    restorePublishedUntil(days.endOfHour(hour));
  }

  void restorePublishedUntil(long end) {
    publishedUntil = Math.max(publishedUntil, end);
  }

  boolean isEmpty() {
    return open.isEmpty() && published.isEmpty();
  }

  /** Publishes the hours that end by then and are not decided yet. */
  void publish(long by, Consumer<WindowEntry> out) {
    long until = days.hourOf(by);
    if (until <= publishedUntil) {
      return;
    }
    if (!isEmpty()) {
      for (long hour = first(); hour < until && !isEmpty(); hour = first()) {
        decide(hour, out);
        publishedUntil = days.endOfHour(hour);
      }
    }
    publishedUntil = until;
    keep.publishedUntil(key, until);
  }

  /** While nothing published must leave a window, hours in which nothing happened are skipped. */
  private long first() {
    forget(open.headMap(publishedUntil));
    if (!published.isEmpty()) {
      return hourFrom(publishedUntil);
    }
    return open.isEmpty() ? publishedUntil : open.firstKey();
  }

  private void forget(Map<Long, Map<String, HourCell>> hours) {
    hours.forEach(
        (hour, cells) -> cells.keySet().forEach(cell -> keep.open(key(hour, cell), null)));
    hours.clear();
  }

  private void decide(long hour, Consumer<WindowEntry> out) {
    long end = days.endOfHour(hour);
    SortedMap<String, Figures> told = disclose(hour);
    told.forEach((cell, figures) -> out.accept(entry(cell, Span.HOUR, hour, end, figures)));

    long dayBefore = end - Span.DAY.millis();
    Set<String> leaves = cells(hour - Span.DAY.millis(), dayBefore);
    sums(told.keySet(), leaves, Span.DAY, hourFrom(dayBefore), end, out);

    long midnight = days.startOf(hour);
    Set<String> yesterdays =
        hour == midnight ? cells(days.startOf(hour - 1), midnight) : new TreeSet<>();
    sums(told.keySet(), yesterdays, Span.TODAY, midnight, end, out);
    drop(end - KEPT);
  }

  /** The first hour that begins then or later. */
  private long hourFrom(long instant) {
    long hour = days.hourOf(instant);
    return hour == instant ? hour : days.endOfHour(hour);
  }

  private SortedMap<String, Figures> disclose(long hour) {
    Map<String, HourCell> cells = open.remove(hour);
    if (cells == null) {
      return new TreeMap<>();
    }
    SortedMap<String, Figures> told = disclosure.of(cells);
    cells.keySet().forEach(cell -> keep.open(key(hour, cell), null));
    if (!told.isEmpty()) {
      published.put(hour, told);
      told.forEach((cell, figures) -> keep.published(key(hour, cell), figures));
    }
    return told;
  }

  /** The cells published of hours that begin between. */
  private Set<String> cells(long from, long to) {
    Set<String> cells = new TreeSet<>();
    published.subMap(from, to).values().forEach(hour -> cells.addAll(hour.keySet()));
    return cells;
  }

  /** All cells of a window are said if any of them changes: what is not among them is empty. */
  private void sums(
      Set<String> enter,
      Set<String> leave,
      Span span,
      long from,
      long end,
      Consumer<WindowEntry> out) {
    if (enter.isEmpty() && leave.isEmpty()) {
      return;
    }
    SortedMap<String, Figures> sums = new TreeMap<>();
    leave.forEach(cell -> sums.put(cell, new Figures()));
    for (SortedMap<String, Figures> hour : published.subMap(from, end).values()) {
      hour.forEach((cell, told) -> sums.computeIfAbsent(cell, c -> new Figures()).add(told));
    }
    sums.forEach((cell, sum) -> out.accept(entry(cell, span, from, end, sum)));
  }

  private void drop(long before) {
    NavigableMap<Long, SortedMap<String, Figures>> old = published.headMap(before, false);
    old.forEach(
        (hour, cells) -> cells.keySet().forEach(cell -> keep.published(key(hour, cell), null)));
    old.clear();
  }

  private HourKey key(long hour, String cell) {
    return new HourKey(key.region(), hour, key.dimension(), cell);
  }

  private WindowEntry entry(String cell, Span span, long start, long end, Figures figures) {
    return new WindowEntry(
        key.region(),
        key.dimension(),
        cell,
        span.label(),
        start,
        end,
        end + latenessMillis,
        false,
        figures);
  }
}

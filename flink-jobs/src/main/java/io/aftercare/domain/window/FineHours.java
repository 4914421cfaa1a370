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
 * change it any more, as far as {@link Disclosure} allows. The windows of a day and of today are
 * sums of published hours, which tell nothing that these did not.
 */
final class FineHours {
  private static final long KEPT = LocalDays.LONGEST_DAY + Span.HOUR.millis();

  private final String region;
  private final Dimension dimension;
  private final LocalDays days;
  private final long latenessMillis;
  private final Disclosure disclosure;
  private final Keep keep;
  private final NavigableMap<Long, Map<String, HourCell>> open = new TreeMap<>();
  private final NavigableMap<Long, SortedMap<String, Figures>> published = new TreeMap<>();

  FineHours(
      String region,
      Dimension dimension,
      LocalDays days,
      long latenessMillis,
      Disclosure disclosure,
      Keep keep) {
    this.region = region;
    this.dimension = dimension;
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
  }

  void add(long minute, String cell, Figures more, Customers noted) {
    long hour = days.hourOf(minute);
    HourCell now =
        open.computeIfAbsent(hour, h -> new TreeMap<>())
            .compute(
                cell,
                (c, was) ->
                    (was == null ? new HourCell(new Figures(), new Customers()) : was)
                        .plus(more, noted));
    keep.open(key(hour, cell), now);
  }

  void restoreOpen(long hour, String cell, HourCell kept) {
    open.computeIfAbsent(hour, h -> new TreeMap<>()).put(cell, kept);
  }

  void restorePublished(long hour, String cell, Figures kept) {
    published.computeIfAbsent(hour, h -> new TreeMap<>()).put(cell, kept);
  }

  boolean isEmpty() {
    return open.isEmpty() && published.isEmpty();
  }

  /** Publishes the hours that end after the first instant, and by the second. */
  void publish(long after, long by, Consumer<WindowEntry> out) {
    long hour = first(days.hourOf(after));
    while (!isEmpty() && days.endOfHour(hour) <= by) {
      publish(hour, out);
      hour = first(days.endOfHour(hour));
    }
  }

  /** While nothing published must leave a window, hours in which nothing happened are skipped. */
  private long first(long hour) {
    return published.isEmpty() && !open.isEmpty() ? Math.max(hour, open.firstKey()) : hour;
  }

  private void publish(long hour, Consumer<WindowEntry> out) {
    long end = days.endOfHour(hour);
    SortedMap<String, Figures> told = disclose(hour);
    told.forEach((cell, figures) -> out.accept(entry(cell, Span.HOUR, hour, end, figures)));

    long dayBefore = end - Span.DAY.millis();
    Set<String> day = new TreeSet<>(told.keySet());
    day.addAll(cells(hour - Span.DAY.millis(), dayBefore));
    sums(day, Span.DAY, hourFrom(dayBefore), end, out);

    long midnight = days.startOf(hour);
    Set<String> today = new TreeSet<>(told.keySet());
    if (hour == midnight) {
      today.addAll(cells(days.startOf(hour - 1), midnight));
    }
    sums(today, Span.TODAY, midnight, end, out);
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

  private void sums(Set<String> cells, Span span, long from, long end, Consumer<WindowEntry> out) {
    for (String cell : cells) {
      Figures sum = new Figures();
      for (SortedMap<String, Figures> hour : published.subMap(from, end).values()) {
        Figures figures = hour.get(cell);
        if (figures != null) {
          sum.add(figures);
        }
      }
      out.accept(entry(cell, span, from, end, sum));
    }
  }

  private void drop(long before) {
    NavigableMap<Long, SortedMap<String, Figures>> old = published.headMap(before, false);
    old.forEach(
        (hour, cells) -> cells.keySet().forEach(cell -> keep.published(key(hour, cell), null)));
    old.clear();
  }

  private HourKey key(long hour, String cell) {
    return new HourKey(region, hour, dimension, cell);
  }

  private WindowEntry entry(String cell, Span span, long start, long end, Figures figures) {
    return new WindowEntry(
        region, dimension, cell, span.label(), start, end, end + latenessMillis, false, figures);
  }
}

package io.aftercare.domain.window;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All windows: of each region, of all regions together, and the hours of each region's cells. Is
 * fed with what happened and told how far event time has come; says what closed and what changed.
 *
 * <p>Laws: what was said last of each window, carried forward to the ends of which nothing was
 * said, is what a fresh count of all contributions that were not too late would give, in whatever
 * order they came. Too late is a contribution to a minute that ended the allowed lateness ago or
 * earlier: all windows over it are final. Windows of all regions are the sums of the regions'.
 * Corrections are said when the next minute closes, each window once.
 */
public final class Windows {
  /** Before everything; far enough from the end of the numbers to count back from. */
  public static final long BEGINNING = Long.MIN_VALUE / 2;

  /** After everything, likewise. */
  public static final long END = Long.MAX_VALUE / 2;

  private final WindowTerms terms;
  private final Keep keep;
  private final Disclosure disclosure;
  private final Map<String, Place> places = new TreeMap<>();
  private final Map<ZoneId, Zone> zones = new HashMap<>();
  private final Map<HoursKey, Long> publishedUntil = new HashMap<>();
  private final Todays todays;
  private final RegionWindows all;
  private long reached;

  /** Where what must outlast a failure is kept, as it changes. */
  public interface Keep extends FineHours.Keep {
    /** What happened in a minute; null: it is not needed any more. */
    void pane(PaneKey key, @Nullable Figures figures);

    /** Whether windows over a minute are to be said again. */
    void corrected(PaneKey key, boolean toBeSaid);
  }

  /** What is had of one region. */
  private record Place(RegionWindows windows, Zone zone, Map<Dimension, FineHours> hours) {
    boolean isEmpty() {
      return windows.panes().isEmpty() && hours.values().stream().allMatch(FineHours::isEmpty);
    }
  }

  /** What happened in all regions whose days begin together. */
  private record Zone(Panes panes, Today today) {
    void add(long minute, Figures more) {
      panes.add(minute, more);
      today.changed(minute, more);
    }
  }

  /**
   * @param reached how far event time had come, {@link #BEGINNING} at first
   */
  public Windows(WindowTerms terms, Keep keep, long reached) {
    this.terms = terms;
    this.keep = keep;
    this.disclosure = new Disclosure(terms.smallestCell());
    this.reached = reached;
    this.todays = new Todays(reached);
    this.all = new RegionWindows(null, new Panes(), panes -> todays, terms.latenessMillis());
  }

  /** The last end of which all windows are closed. */
  public long reached() {
    return reached;
  }

  /** Whether nothing is had that is to close, leave or be said again. */
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** Puts back what was kept of a minute. */
  public void restore(PaneKey key, Figures figures) {
    add(place(key.region()), key.minute(), figures);
  }

  /** Puts back that windows over a minute, which itself was put back, are to be said again. */
  public void restoreCorrected(PaneKey key) {
    correct(place(key.region()), key.minute());
  }

  /** Puts back what was kept of an hour that is not published yet. */
  public void restore(HourKey key, HourCell cell) {
    hours(key.region(), key.dimension()).restoreOpen(key.hour(), key.cell(), cell);
  }

  /** Puts back until when the hours of a region are decided. */
  public void restorePublishedUntil(HoursKey key, long end) {
    publishedUntil.put(key, end);
    if (places.containsKey(key.region())) {
      hours(key.region(), key.dimension()).restorePublishedUntil(end);
    }
  }

  /** Puts back what was published of an hour. */
  public void restorePublished(HourKey key, Figures figures) {
    hours(key.region(), key.dimension()).restorePublished(key.hour(), key.cell(), figures);
  }

  /**
   * Takes what happened.
   *
   * @param now how far event time has come: all before that is there
   * @return whether it still counts; if not, all windows over it are final
   */
  public boolean add(PanePart part, long now, Consumer<WindowEntry> out) {
    if (Span.minuteOf(now) > reached) {
      advance(now, out);
    }
    if (part.minute() + Span.MINUTE + terms.latenessMillis() <= now) {
      return false;
    }
    Place place = place(part.region());
    PaneKey key = new PaneKey(part.region(), part.minute());
    keep.pane(key, add(place, part.minute(), part.figures()));
    if (part.minute() < reached) {
      correct(place, part.minute());
      keep.corrected(key, true);
    }
    place
        .hours()
        .forEach(
            (dimension, hours) ->
                hours.add(part.minute(), part.cell(dimension), part.figures(), part.customers()));
    return true;
  }

  private Figures add(Place place, long minute, Figures more) {
    place.zone().add(minute, more);
    all.add(minute, more);
    return place.windows().add(minute, more);
  }

  private void correct(Place place, long minute) {
    place.zone().panes().correct(minute);
    all.panes().correct(minute);
    place.windows().panes().correct(minute);
  }

  /** Event time has come to an instant: all before that is there, but for what is late. */
  public void advance(long now, Consumer<WindowEntry> out) {
    advance(now, terms.latenessMillis(), out);
  }

  /** Event time ends at an instant, and nothing comes late any more. Once. */
  public void end(long now, Consumer<WindowEntry> out) {
    advance(now, 0, out);
  }

  /**
   * @param wait how long after an hour its cells are published, ms
   */
  private void advance(long now, long wait, Consumer<WindowEntry> out) {
    correct(out);
    long to = Math.max(reached, Span.minuteOf(now));
    places.values().forEach(place -> place.windows().close(to, out));
    all.close(to, out); // takes the zones' days with it
    for (Place place : places.values()) {
      place.hours().values().forEach(hours -> hours.publish(to - wait, out));
    }
    reached = to;
    forget(to - terms.keptMillis());
  }

  private void correct(Consumer<WindowEntry> out) {
    places.values().forEach(place -> place.windows().correct(out));
    all.correct(out);
    places.forEach(
        (region, place) -> {
          Panes panes = place.windows().panes();
          panes.toCorrect().forEach(min -> keep.corrected(new PaneKey(region, min), false));
          panes.corrected();
        });
    zones.values().forEach(zone -> zone.panes().corrected());
    all.panes().corrected();
  }

  private void forget(long before) {
    Iterator<Map.Entry<String, Place>> each = places.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Place> at = each.next();
      at.getValue()
          .windows()
          .panes()
          .dropBefore(before, min -> keep.pane(new PaneKey(at.getKey(), min), null));
      if (at.getValue().isEmpty()) {
        each.remove();
      }
    }
    zones.values().forEach(zone -> zone.panes().dropBefore(before, min -> {}));
    all.panes().dropBefore(before, min -> {});
  }

  private FineHours hours(String region, Dimension dimension) {
    FineHours hours = place(region).hours().get(dimension);
    if (hours == null) {
      throw new IllegalArgumentException("no hours are kept by " + dimension);
    }
    return hours;
  }

  private Place place(String region) {
    return places.computeIfAbsent(region, this::newPlace);
  }

  private Place newPlace(String region) {
    ZoneId id = terms.zones().of(region);
    Zone zone = zones.computeIfAbsent(id, this::newZone);
    LocalDays days = new LocalDays(id);
    Map<Dimension, FineHours> hours = new EnumMap<>(Dimension.class);
    for (Dimension fine : new Dimension[] {Dimension.PRIORITY, Dimension.CHANNEL_CLASS}) {
      HoursKey key = new HoursKey(region, fine);
      FineHours own = new FineHours(key, days, terms.latenessMillis(), disclosure, keep);
      own.restorePublishedUntil(publishedUntil.getOrDefault(key, BEGINNING));
      hours.put(fine, own);
    }
    return new Place(
        new RegionWindows(
            region, new Panes(), panes -> new Today(panes, days, reached), terms.latenessMillis()),
        zone,
        hours);
  }

  private Zone newZone(ZoneId id) {
    Panes panes = new Panes();
    Today today = new Today(panes, new LocalDays(id), reached);
    todays.add(today);
    return new Zone(panes, today);
  }
}

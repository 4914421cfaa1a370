package io.aftercare.domain.window;

import java.util.ArrayList;
import java.util.List;

/**
 * The days so far of several zones, together: each as of its own midnight. It begins where the
 * first of those days begins in which anything happened.
 */
final class Todays implements Slide {
  private final List<Today> zones = new ArrayList<>();
  private long end;

  /** As of then; zones are to be added. */
  Todays(long end) {
    this.end = end;
  }

  /** One zone more, as of the same end. */
  void add(Today zone) {
    zones.add(zone);
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public long start() {
    long start = NEVER;
    long youngest = end - Span.MINUTE;
    for (Today zone : zones) {
      Long own = zone.startIfAny();
      start = own == null ? start : Math.min(start, own);
    }
    return start == NEVER ? youngest : start;
  }

  @Override
  public Figures sum() {
    Figures sum = new Figures();
    zones.forEach(zone -> sum.add(zone.sum()));
    return sum;
  }

  @Override
  public long next() {
    return zones.stream().mapToLong(Today::next).min().orElse(NEVER);
  }

  @Override
  public void moveTo(long later) {
    zones.forEach(zone -> zone.moveTo(later));
    end = Math.max(end, later);
  }

  /** Its zones are told themselves. */
  @Override
  public void changed(long minute, Figures more) {}

  @Override
  public Todays backTo(long earlier) {
    Todays then = new Todays(earlier);
    zones.forEach(zone -> then.add(zone.backTo(earlier)));
    return then;
  }

  @Override
  public boolean holdsCorrected() {
    return zones.stream().anyMatch(Today::holdsCorrected);
  }
}

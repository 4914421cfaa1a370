package io.aftercare.exporter.view;

/**
 * How much may stand behind labels that are not its own, such as {@code other}: so many time series
 * as {@value #TIMES_THE_CAP} times the cap. Each is held, so that sums stay exact while they change
 * and go; when no room is left, what comes then is refused, and counted, and the sums lack it. Not
 * thread-safe.
 */
final class BehindOther {
  static final int TIMES_THE_CAP = 4;

  private final long limit;
  private long held;

  /** For this cap; 0: without a limit. */
  BehindOther(int seriesCap) {
    this.limit = seriesCap == 0 ? Long.MAX_VALUE : (long) seriesCap * TIMES_THE_CAP;
  }

  boolean hasRoom(FamilySpec family) {
    return held + family.weight() <= limit;
  }

  void hold(HeldSeries series) {
    held += series.isAltered() ? series.family().spec().weight() : 0;
  }

  void release(HeldSeries series) {
    held -= series.isAltered() ? series.family().spec().weight() : 0;
  }
}

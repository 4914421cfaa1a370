package io.aftercare.exporter.board;

import io.aftercare.contract.Distribution;
import io.aftercare.contract.SlaCount;
import io.aftercare.contract.Window;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A window of event time that closed, [start, end).
 *
 * @param region null: all together
 * @param dimension region, priority or channel_class
 * @param cell the part of the region; empty: all of it
 * @param provisional whether late events may still correct it
 * @param corrected whether late events did
 */
public record WindowRow(
    @Nullable String region,
    String dimension,
    String cell,
    String window,
    Instant start,
    Instant end,
    boolean provisional,
    boolean corrected,
    long created,
    long resolved,
    long reopened,
    long closed,
    long cancelled,
    long transferredIn,
    long transferredOut,
    long events,
    DurationRow firstResponse,
    DurationRow resolution,
    List<SlaRow> slas) {

  /**
   * How long something took; null where it never happened, and of a part of a region.
   *
   * @param count how often it happened
   */
  public record DurationRow(
      long count,
      @Nullable Double meanSeconds,
      @Nullable Double p50Seconds,
      @Nullable Double p90Seconds,
      @Nullable Double p95Seconds,
      @Nullable Double p99Seconds) {

    static DurationRow of(Distribution told) {
      long count = told.getCount();
      return new DurationRow(
          count,
          told.getP50Millis() == null
              ? null
              : seconds(Math.round((double) told.getSumMillis() / count)),
          seconds(told.getP50Millis()),
          seconds(told.getP90Millis()),
          seconds(told.getP95Millis()),
          seconds(told.getP99Millis()));
    }

    private static @Nullable Double seconds(@Nullable Long millis) {
      return millis == null ? null : millis / 1000.0;
    }
  }

  /**
   * How a promise was kept.
   *
   * @param ratio met of the {@code settled}; null if there are none
   * @param low where the share lies with 95 % confidence, from here
   * @param high to here
   */
  public record SlaRow(
      String sla,
      long met,
      long breached,
      long settled,
      @Nullable Double ratio,
      @Nullable Double low,
      @Nullable Double high) {

    static SlaRow of(SlaCount told) {
      long settled = told.getMet() + told.getBreached();
      Interval interval = Interval.of(told.getMet(), settled);
      return new SlaRow(
          told.getSla(),
          told.getMet(),
          told.getBreached(),
          settled,
          Ratio.of(told.getMet(), settled),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high());
    }
  }

  /**
   * As it was told.
   *
   * @param eventTime null: not known, then nothing is final
   */
  static WindowRow of(Window told, @Nullable Instant eventTime) {
    return new WindowRow(
        told.getRegion(),
        told.getDimension().name().toLowerCase(Locale.ROOT),
        told.getCell(),
        told.getWindow(),
        told.getStart(),
        told.getEnd(),
        eventTime == null || eventTime.isBefore(told.getFinalAt()),
        told.getCorrection(),
        told.getCreated(),
        told.getResolved(),
        told.getReopened(),
        told.getClosed(),
        told.getCancelled(),
        told.getTransferredIn(),
        told.getTransferredOut(),
        told.getEvents(),
        DurationRow.of(told.getFirstResponse()),
        DurationRow.of(told.getResolution()),
        told.getSlas().stream().map(SlaRow::of).toList());
  }
}

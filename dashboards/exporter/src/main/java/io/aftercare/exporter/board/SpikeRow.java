package io.aftercare.exporter.board;

import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeDriver;
import io.aftercare.exporter.spike.RecentSpikes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Complaints that are, or were, more than usual.
 *
 * @param kind spike, incident or mass_complaint
 * @param state open or closed
 * @param text what a message says of it
 * @param region null for a mass complaint
 * @param category {@code *} for the region's total; null for an incident
 * @param saidAt when what stands here was said, event time
 * @param closedAt null while it is open
 * @param tier 1 gravest, of an incident or a mass complaint; null: none
 * @param containBy null: nothing is to be contained
 * @param incidentId the incident that a spike belongs to
 * @param drivers the set that explains most of the excess first
 */
public record SpikeRow(
    String spikeId,
    String kind,
    String state,
    String text,
    @Nullable String region,
    @Nullable String category,
    Instant openedAt,
    Instant saidAt,
    @Nullable Instant closedAt,
    double score,
    int windowMinutes,
    long observed,
    double expected,
    long customers,
    @Nullable Integer tier,
    @Nullable Instant containBy,
    @Nullable String incidentId,
    List<String> regions,
    List<String> categories,
    List<DriverRow> drivers) {
  /** From here on a tenth of a complaint says nothing. */
  private static final double MANY = 10;

  /**
   * A value with more complaints than are usual of it.
   *
   * @param share of the excess, from 0 to 1
   */
  public record DriverRow(
      String dimension, String value, long observed, double expected, double share, double score) {
    static DriverRow of(SpikeDriver told) {
      return new DriverRow(
          told.getDimension(),
          told.getValue(),
          told.getObserved(),
          rounded(told.getExpected()),
          rounded(told.getShare()),
          rounded(told.getScore()));
    }
  }

  static SpikeRow of(Spike told) {
    boolean open = RecentSpikes.isOpen(told);
    return new SpikeRow(
        told.getSpikeId(),
        told.getKind().name().toLowerCase(Locale.ROOT),
        open ? "open" : "closed",
        text(told.getObserved(), told.getWindowMinutes(), told.getExpected()),
        told.getRegion(),
        told.getCategory(),
        told.getOpenedAt(),
        told.getAt(),
        open ? null : told.getAt(),
        rounded(told.getScore()),
        told.getWindowMinutes(),
        told.getObserved(),
        rounded(told.getExpected()),
        told.getCustomers(),
        told.getTier() == 0 ? null : told.getTier(),
        told.getContainBy(),
        told.getIncidentId(),
        told.getRegions(),
        told.getCategories(),
        told.getDrivers().stream().map(DriverRow::of).toList());
  }

  /** As people say it: 47 complaints in 60 min, 12 expected. */
  static String text(long observed, int minutes, double expected) {
    return String.format(
        Locale.ROOT,
        "%d %s in %d min, %s expected",
        observed,
        observed == 1 ? "complaint" : "complaints",
        minutes,
        number(expected));
  }

  private static String number(double expected) {
    String text = String.format(Locale.ROOT, expected < MANY ? "%.1f" : "%.0f", expected);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e3) / 1e3;
  }
}

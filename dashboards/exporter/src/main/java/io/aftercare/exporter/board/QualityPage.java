package io.aftercare.exporter.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the service of a region was, of all that settled since the job began to count, net of
 * corrections.
 *
 * @param measures a row for each measure, whether anything of it settled or not
 * @param satisfaction a row for each band, the best first
 * @param satisfactionMean of all answers, from 0 to 100; null if there are none
 */
public record QualityPage(
    List<QualityRow> measures,
    List<BandRow> satisfaction,
    @Nullable Double satisfactionMean,
    NpsRow nps) {

  /**
   * A share that is good.
   *
   * @param ratio good of n; null if n is 0
   * @param low where the share lies with 95 % confidence, from here
   * @param high to here
   * @param goal null: there is none
   */
  public record QualityRow(
      String measure,
      long good,
      long n,
      @Nullable Double ratio,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double goal) {

    static QualityRow of(String measure, long good, long n, @Nullable Double goal) {
      Interval interval = Interval.of(good, n);
      return new QualityRow(
          measure,
          good,
          n,
          Ratio.of(good, n),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high(),
          goal);
    }
  }

  /** Answers of a band of satisfaction, and which share of all n they are. */
  public record BandRow(
      String band,
      long answers,
      long n,
      @Nullable Double ratio,
      @Nullable Double low,
      @Nullable Double high) {

    static BandRow of(String band, long answers, long n) {
      QualityRow share = QualityRow.of(band, answers, n, null);
      return new BandRow(band, answers, n, share.ratio(), share.low(), share.high());
    }
  }

  /**
   * The net promoter score.
   *
   * @param score promoters less detractors of 100 answers, from -100 to 100; null if there are none
   * @param low where it lies with 95 % confidence, from here
   * @param high to here
   */
  public record NpsRow(
      long promoters,
      long passives,
      long detractors,
      long n,
      @Nullable Double score,
      @Nullable Double low,
      @Nullable Double high) {}
}

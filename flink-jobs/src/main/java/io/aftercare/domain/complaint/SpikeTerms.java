package io.aftercare.domain.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * By what the usual is learnt and a count is judged. A baseline belongs to its terms: one that was
 * learnt by others says something else.
 *
 * @param windows how many bins each window has that ends with the bin in question, rising
 * @param shortCost what a window costs for each factor of ten that it is shorter than the longest,
 *     beside that it has more independent chances
 * @param fewest a window with fewer complaints never counts
 * @param profile the shape of the week
 * @param level how much there is of it
 * @param dispersion how widely counts scatter
 * @param robustness what is not learnt from
 */
public record SpikeTerms(
    List<Integer> windows,
    double shortCost,
    int fewest,
    Profile profile,
    Level level,
    Scatter dispersion,
    Robustness robustness) {

  /** Windows are rising. */
  public SpikeTerms {
    windows = List.copyOf(windows);
  }

  /**
   * The shape of the week: an hour's share is its own visits', shrunk to those of its hour on days
   * alike, shrunk to the region's.
   *
   * @param hourWeight how many expected complaints the prior weighs of an hour of the week
   * @param blockWeight the same, of an hour of weekdays or of the weekend
   * @param dayWeight the same, of a day of the week
   * @param smooth how much the hours beside count
   * @param halfLifeVisits after how many visits of its hour a visit counts half
   * @param broadWeight how many expected complaints the prior weighs of the day in broad strokes;
   *     0: it has none
   * @param broadHours how broad they are: standard deviation of the weights of the hours beside
   * @param relative whether a category's shape is learnt as a multiple of its region's; else it is
   *     its own, and shrunk to its region's
   * @param floor the smallest share: no hour is impossible
   */
  public record Profile(
      double hourWeight,
      double blockWeight,
      double dayWeight,
      double smooth,
      double halfLifeVisits,
      double broadWeight,
      double broadHours,
      boolean relative,
      double floor) {}

  /**
   * Complaints per bin, by an average that forgets.
   *
   * @param events how many complaints the average is made of, if that is within the next two
   * @param shortestDays half-life of the busiest keys
   * @param longestDays half-life of the quietest
   * @param priorBins what the prior rate weighs, bins
   * @param priorRate complaints per bin before anything is known
   * @param fallDays half-life while there is much less than expected, or a new level is taken up
   * @param fallAt how many standard deviations below the expected a day must be for that
   * @param fallExcess psi of a day's sum in that comparison
   */
  public record Level(
      double events,
      double shortestDays,
      double longestDays,
      double priorBins,
      double priorRate,
      double fallDays,
      double fallAt,
      double fallExcess) {}

  /**
   * How widely counts scatter about what was expected.
   *
   * @param halfLifeDays of what is learnt
   * @param phi what is assumed before
   * @param phiWeight how many expected complaints that weighs where it is near what is seen
   * @param phiWeightFar the same where it is far from it: some keys do scatter widely
   * @param phiNear how far is half way between near and far
   * @param psi what is assumed before
   * @param psiWeight what that weighs, expected complaints squared
   * @param psiFactor times what was seen, for it is seen only where there was no spike
   * @param psiMost of a window
   * @param errorWindows over how many bins the error of the profile is taken to be the same
   */
  public record Scatter(
      double halfLifeDays,
      double phi,
      double phiWeight,
      double phiWeightFar,
      double phiNear,
      double psi,
      double psiWeight,
      double psiFactor,
      double psiMost,
      int errorWindows) {}

  /**
   * What is not learnt from, for a spike must not teach that spikes are usual.
   *
   * @param clip a count is learnt as at most so many standard deviations above the expected
   * @param clipScatter the same where the scatter is learnt, up and down
   * @param freezeAt nothing is learnt from a bin this unlikely (-log10 P)
   * @param freezeBins but no longer than so many in a row
   * @param relevelOn share of recent bins that unlikely from which on it is a new level
   * @param relevelOff and until which it is
   * @param relevelBins half-life of that share
   */
  public record Robustness(
      double clip,
      double clipScatter,
      double freezeAt,
      int freezeBins,
      double relevelOn,
      double relevelOff,
      double relevelBins) {}

  /** What is added to -log10 of the chance of a window of so many bins. */
  double lengthBonus(int bins) {
    int longest = windows.get(windows.size() - 1);
    return Math.log10(bins) - shortCost * Math.log10((double) longest / bins);
  }

  /** Says the same of the same terms alone; 16 hexadecimal digits. */
  public String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the product runs by; how it differs from {@link #published} is told in RATIONALE.md. */
  public static SpikeTerms standard() {
    return new SpikeTerms(
        List.of(1, 2, 4, 8, 16),
        0.2,
        2,
        new Profile(60, 10, 20, 0.5, 8, 10, 2, true, 0.02),
        new Level(100, 6, 56, 0.5, 0.1, 1, -4, 0.015),
        new Scatter(21, 1.3, 400, 30, 0.5, 0.04, 20000, 1.5, 0.2, 4),
        new Robustness(3.5, 8, 3, 48, 0.7, 0.3, 48));
  }

  /** SGP-W as it was published with its unit vectors: the equations and figures of the design. */
  public static SpikeTerms published() {
    return new SpikeTerms(
        List.of(1, 2, 4, 8, 16),
        0,
        4,
        new Profile(60, 10, 20, 0.5, 8, 0, 1, false, 0.02),
        new Level(100, 6, 56, 0.5, 0.1, 1, -4, 0.015),
        new Scatter(21, 1.3, 30, 30, 1, 0.04, 2000, 1.5, 0.2, 4),
        new Robustness(3.5, 8, 4, 48, 0.7, 0.3, 48));
  }
}

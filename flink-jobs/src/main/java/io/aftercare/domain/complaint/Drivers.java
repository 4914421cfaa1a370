package io.aftercare.domain.complaint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a spike's complaints have in common.
 *
 * @param ranked every value with complaints, most unlikely first
 * @param explaining of the first one's dimension, those that together explain 70 % of the excess;
 *     all that are more than usual, if these do not
 */
public record Drivers(List<Driver> ranked, List<Driver> explaining) {
  private static final double EXPLAINED = 0.7;
  private static final Comparator<Driver> ORDER =
      Comparator.comparingDouble((Driver each) -> -each.score())
          .thenComparing(Driver::dimension)
          .thenComparing(Driver::value);

  /** Values of one dimension, in the window and usually. */
  public record Tally(String dimension, Map<String, Long> observed, Shares usual) {}

  /** Lists that do not change. */
  public Drivers {
    ranked = List.copyOf(ranked);
    explaining = List.copyOf(explaining);
  }

  /**
   * Ranks values.
   *
   * @param spike the score whose window the tallies are of
   * @param dispersion of the spike's key and window
   */
  public static Drivers of(Score spike, Dispersion dispersion, List<Tally> tallies) {
    List<Driver> ranked = new ArrayList<>();
    for (Tally tally : tallies) {
      Map<String, Double> shares = tally.usual().among(tally.observed().keySet());
      shares.forEach(
          (value, share) -> {
            long observed = tally.observed().getOrDefault(value, 0L);
            if (observed > 0) {
              double rarity = Math.log10(shares.size());
              ranked.add(driver(spike, dispersion, tally, value, observed, share, rarity));
            }
          });
    }
    ranked.sort(ORDER);
    return new Drivers(ranked, explaining(ranked));
  }

  private static Driver driver(
      Score spike,
      Dispersion dispersion,
      Tally tally,
      String value,
      long observed,
      double share,
      double rarity) {
    double expected = share * spike.expected();
    double excess = observed - expected;
    double tail =
        NegativeBinomial.minusLog10Tail((double) observed, expected, dispersion.variance(expected));
    double all = spike.observed() - spike.expected();
    return new Driver(
        tally.dimension(), value, observed, expected, excess, excess / all, tail - rarity);
  }

  private static List<Driver> explaining(List<Driver> ranked) {
    List<Driver> chosen = new ArrayList<>();
    double explained = 0;
    for (Driver each : ranked) {
      boolean same = each.dimension().equals(ranked.get(0).dimension());
      if (same && each.excess() > 0 && explained < EXPLAINED) {
        chosen.add(each);
        explained += each.shareOfExcess();
      }
    }
    return chosen;
  }
}

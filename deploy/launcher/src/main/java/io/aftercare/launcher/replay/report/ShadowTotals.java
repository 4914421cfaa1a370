package io.aftercare.launcher.replay.report;

import io.aftercare.contract.ClockVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What would change in a region if a shadow were the promise. Law: {@code n = activeMet +
 * activeBreached = shadowMet + shadowBreached}, and {@code shadowBreached = activeBreached +
 * flipsToBreached - flipsToMet}.
 *
 * @param n clocks that both judged: met or breached
 * @param activeOnly clocks of the shadow that it has not judged, but the active policy has
 * @param shadowOnly clocks that the shadow judged, but no active policy
 */
public record ShadowTotals(
    String region,
    String sla,
    String slot,
    long n,
    long activeMet,
    long activeBreached,
    long shadowMet,
    long shadowBreached,
    long flipsToBreached,
    long flipsToMet,
    long activeOnly,
    long shadowOnly) {

  private static final Comparator<ShadowTotals> ORDER =
      Comparator.comparing(ShadowTotals::region, CodePoints.ORDER)
          .thenComparing(ShadowTotals::sla, CodePoints.ORDER)
          .thenComparing(ShadowTotals::slot, CodePoints.ORDER);

  /** By region, sla and slot: of each that has a shadow's clock, and of all regions. */
  static List<ShadowTotals> of(Collection<ShadowPair> pairs) {
    Map<List<String>, ShadowTotals> sums = new HashMap<>();
    for (ShadowPair pair : pairs) {
      for (String region : List.of(pair.region(), RegionBuckets.ALL)) {
        ShadowTotals one = of(region, pair);
        sums.merge(List.of(region, one.sla, one.slot), one, ShadowTotals::plus);
      }
    }
    List<ShadowTotals> sorted = new ArrayList<>(sums.values());
    sorted.sort(ORDER);
    return sorted;
  }

  private static ShadowTotals of(String region, ShadowPair pair) {
    boolean both = pair.activeJudged() && pair.shadowJudged();
    boolean flips = pair.flips();
    return new ShadowTotals(
        region,
        pair.shadow().sla(),
        pair.shadow().slot(),
        one(both),
        one(both && pair.activeIs(ClockVerdict.MET)),
        one(both && pair.activeIs(ClockVerdict.BREACHED)),
        one(both && pair.shadowIs(ClockVerdict.MET)),
        one(both && pair.shadowIs(ClockVerdict.BREACHED)),
        one(flips && pair.shadowIs(ClockVerdict.BREACHED)),
        one(flips && pair.shadowIs(ClockVerdict.MET)),
        one(pair.activeJudged() && !pair.shadowJudged()),
        one(pair.shadowJudged() && !pair.activeJudged()));
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }

  private ShadowTotals plus(ShadowTotals o) {
    return new ShadowTotals(
        region,
        sla,
        slot,
        n + o.n,
        activeMet + o.activeMet,
        activeBreached + o.activeBreached,
        shadowMet + o.shadowMet,
        shadowBreached + o.shadowBreached,
        flipsToBreached + o.flipsToBreached,
        flipsToMet + o.flipsToMet,
        activeOnly + o.activeOnly,
        shadowOnly + o.shadowOnly);
  }

  /** Whether it is all regions together. */
  public boolean isAll() {
    return region.equals(RegionBuckets.ALL);
  }
}

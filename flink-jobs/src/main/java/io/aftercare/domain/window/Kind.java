package io.aftercare.domain.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One kind of number that is told of a part of a region. What a part did in all, events, is none:
 * that is the sum of the kinds and more.
 *
 * @param sla of a verdict; otherwise empty
 */
record Kind(What what, String sla) {
  private static final List<Kind> COUNTS =
      Arrays.stream(What.values())
          .filter(what -> what != What.EVENT && !what.isVerdict())
          .map(what -> new Kind(what, ""))
          .toList();

  /**
   * All kinds there are; those that are told together or not at all stand together. Met and
   * breached are the two sides of one number, how many were settled.
   */
  static List<List<Kind>> tables(Set<String> slas) {
    List<List<Kind>> tables = new ArrayList<>();
    COUNTS.forEach(kind -> tables.add(List.of(kind)));
    for (String sla : slas) {
      tables.add(List.of(new Kind(What.SLA_MET, sla), new Kind(What.SLA_BREACHED, sla)));
    }
    return tables;
  }

  /** How often it happened. */
  long in(Figures figures) {
    return switch (what) {
      case SLA_MET -> figures.met().getOrDefault(sla, 0L);
      case SLA_BREACHED -> figures.breached().getOrDefault(sla, 0L);
      default -> figures.count(what);
    };
  }

  /** Adds it to what is told. */
  void add(Figures told, long times) {
    switch (what) {
      case SLA_MET -> told.addVerdicts(sla, times, 0);
      case SLA_BREACHED -> told.addVerdicts(sla, 0, times);
      default -> told.addCount(what, times);
    }
  }
}

package io.aftercare.domain.measure;

import java.util.List;

/**
 * One amount for one series: added to a counter or gauge, or observed (ms) by a histogram.
 *
 * @param labels label values in the order of the catalogue
 */
public record Delta(Measure measure, List<String> labels, long amount) {

  /** Counts one. */
  public static Delta one(Measure measure, String... labels) {
    return new Delta(measure, List.of(labels), 1);
  }

  /** Adds or observes an amount. */
  public static Delta of(Measure measure, long amount, String... labels) {
    return new Delta(measure, List.of(labels), amount);
  }
}

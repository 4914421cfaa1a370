package io.aftercare.contract.metric;

import io.aftercare.contract.MetricKind;
import java.util.List;

/** What the catalogue says of a metric; the name with its prefix. */
record Spec(
    String name,
    MetricKind kind,
    Unit unit,
    Maker maker,
    String help,
    List<String> labels,
    List<Double> buckets) {

  private static Spec ofJob(
      String name, MetricKind kind, Unit unit, String help, List<String> labels) {
    return new Spec(MetricCatalogue.PREFIX + name, kind, unit, Maker.JOB, help, labels, List.of());
  }

  Spec madeBy(Maker other) {
    return new Spec(name, kind, unit, other, help, labels, buckets);
  }

  private Spec in(List<Double> bounds) {
    return new Spec(name, kind, unit, maker, help, labels, bounds);
  }

  static Spec counter(String name, Unit unit, String help, String... labels) {
    return ofJob(name, MetricKind.COUNTER, unit, help, List.of(labels));
  }

  /** The twin of a counter that late events can change. */
  static Spec retracted(String counted, Unit unit, String... labels) {
    return counter(
        counted + "_retracted_total",
        unit,
        "Taken back from "
            + MetricCatalogue.PREFIX
            + counted
            + "_total by late events; net = counted - retracted.",
        labels);
  }

  static Spec gauge(String name, Unit unit, String help, String... labels) {
    return ofJob(name, MetricKind.GAUGE, unit, help, List.of(labels));
  }

  static Spec histogram(
      String name, Unit unit, String help, List<Double> buckets, String... labels) {
    return ofJob(name, MetricKind.HISTOGRAM, unit, help, List.of(labels)).in(buckets);
  }
}

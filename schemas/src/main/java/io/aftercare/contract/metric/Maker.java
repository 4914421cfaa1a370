package io.aftercare.contract.metric;

/** Who makes a metric's series. */
public enum Maker {
  /** A job counts it and tells the metrics topic; the exporter serves it. */
  JOB,
  /** The exporter makes it of another topic. */
  EXPORTER
}

package io.aftercare.exporter.view;

import java.util.Locale;

/** Why a record of the metrics topic is not served; each is counted. */
public enum Refusal {
  /** The name is not a Prometheus name with our prefix, or belongs to what the exporter makes. */
  NAME,
  /** Another metric already has this name but for its suffix. */
  NAME_TAKEN,
  /** The kind is not that of the catalogue (or of the first record of an unknown name). */
  KIND,
  /** Label names are not those of the catalogue, or not Prometheus label names. */
  LABEL_NAMES,
  /** A label value is longer than 1,024 characters. */
  LABEL_VALUE,
  /** A counter, bucket or sum is negative or not finite. */
  VALUE,
  /** Bucket bounds are not those of the metric, not rising, or do not fit the counts. */
  BUCKETS,
  /** The topic key is held by another job, or another key holds the same labels. */
  OWNER;

  /** Value of the label {@code reason}. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}

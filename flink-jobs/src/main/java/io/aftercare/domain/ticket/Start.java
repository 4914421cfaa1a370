package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.ClockMetric;
import org.jspecify.annotations.Nullable;

/** Which metrics of a ticket are running now, since when and in which cycle. */
record Start(@Nullable Run firstResponse, @Nullable Run resolution) {

  /** A metric that runs since {@code at}, ms. */
  record Run(int cycle, long at) {}

  @Nullable Run of(ClockMetric metric) {
    return switch (metric) {
      case FIRST_RESPONSE -> firstResponse;
      case RESOLUTION -> resolution;
    };
  }
}

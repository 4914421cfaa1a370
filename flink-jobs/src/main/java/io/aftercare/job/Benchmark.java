package io.aftercare.job;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the field reaches, for comparison: reference data, which are nothing without their source
 * and date.
 *
 * @param firstResponse the median time to the first response
 * @param source who says so
 * @param asOf of which day it is
 */
public record Benchmark(Duration firstResponse, String source, LocalDate asOf)
    implements Serializable {

  /** As a series that stands still, ms. */
  Map<Series, Long> series() {
    List<String> labels = List.of("first_response", source, asOf.toString());
    return Map.of(new Series(Measure.BENCHMARK_SECONDS, labels), firstResponse.toMillis());
  }
}

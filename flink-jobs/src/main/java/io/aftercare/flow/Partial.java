package io.aftercare.flow;

import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;

/** What one subtask adds to one series since its last flush. */
public record Partial(Series series, Total amount) {}

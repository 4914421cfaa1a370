package io.aftercare.contract.metric;

/** What windows of event time say, and what is expected of a region. */
final class WindowMetrics {
  static final Spec WINDOW_FIRST_RESPONSE =
      Spec.gauge(
          "window_first_response_seconds",
          Unit.SECONDS,
          "Quantile of the time to the first public reply by a human, last closed window; do not aggregate.",
          "region",
          "window",
          "quantile");

  static final Spec WINDOW_RESOLUTION =
      Spec.gauge(
          "window_resolution_seconds",
          Unit.SECONDS,
          "Quantile of the time from creation (or reopening) to resolution, last closed window; do not aggregate.",
          "region",
          "window",
          "quantile");

  static final Spec WINDOW_TICKETS =
      Spec.gauge(
          "window_tickets",
          Unit.TICKETS,
          "Tickets created, resolved, last closed window; do not aggregate.",
          "region",
          "window",
          "event");

  static final Spec WINDOW_SLA_RATIO =
      Spec.gauge(
          "window_sla_ratio",
          Unit.RATIO,
          "Share of clocks met of those met and breached, last closed window; do not aggregate; absent where none was settled.",
          "region",
          "sla",
          "window");

  static final Spec WINDOW_SLA_SETTLED =
      Spec.gauge(
          "window_sla_settled",
          Unit.CLOCKS,
          "Clocks met and breached, last closed window; do not aggregate: the n of the ratio.",
          "region",
          "sla",
          "window");

  static final Spec WINDOW_END =
      Spec.gauge(
          "window_end_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "End of the windows that closed last, of all regions.");

  static final Spec WINDOW_LATE =
      Spec.counter(
          "window_late_total",
          Unit.OBSERVATIONS,
          "What late events changed in windows that were final already: it is in the ledger and the counters only.",
          "region");

  static final Spec REGION_LAST_EVENT =
      Spec.gauge(
          "region_last_event_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "Event time of the newest event of the region.",
          "region",
          "stream");

  static final Spec REGION_EXPECTED_EVENTS =
      Spec.gauge(
          "region_expected_events",
          Unit.EVENTS,
          "Events that are usual of the hour that closed last, by hour of the week; absent while that is being learnt.",
          "region",
          "stream");

  static final Spec REGION_OBSERVED_EVENTS =
      Spec.gauge(
          "region_observed_events",
          Unit.EVENTS,
          "Events in the hour that closed last; compare region_expected_events, which is of the same hour.",
          "region",
          "stream");

  static final Spec REGION_SILENCE_LIMIT =
      Spec.gauge(
          "region_silence_limit_seconds",
          Unit.SECONDS,
          "Without an event for so long since the last one the region is silent, not quiet: by chance it happens once in 10,000 times; absent while what is usual is being learnt.",
          "region",
          "stream");

  static final Spec EXPECTED_TICKETS =
      Spec.gauge(
          "expected_tickets",
          Unit.TICKETS,
          "What is usual of the hour that closed last, by hour of the week: tickets created, resolved in it, or the backlog at its end; absent while that is being learnt.",
          "region",
          "figure");

  static final Spec OBSERVED_TICKETS =
      Spec.gauge(
          "observed_tickets",
          Unit.TICKETS,
          "What the hour that closed last had; compare expected_tickets, which is of the same hour.",
          "region",
          "figure");

  static final Spec EXPECTED_SECONDS =
      Spec.gauge(
          "expected_seconds",
          Unit.SECONDS,
          "Median time to the first response, or to resolution, that is usual of the hour that closed last, by hour of the week; absent while that is being learnt.",
          "region",
          "figure");

  static final Spec OBSERVED_SECONDS =
      Spec.gauge(
          "observed_seconds",
          Unit.SECONDS,
          "What the hour that closed last had; compare expected_seconds. Absent where nothing was responded to or resolved.",
          "region",
          "figure");

  static final Spec BENCHMARK_SECONDS =
      Spec.gauge(
          "benchmark_seconds",
          Unit.SECONDS,
          "What the field reaches: reference data of this source, as of this date.",
          "figure",
          "source",
          "as_of");

  private WindowMetrics() {}
}

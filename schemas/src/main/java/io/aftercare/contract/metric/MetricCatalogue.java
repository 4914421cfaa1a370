package io.aftercare.contract.metric;

import static io.aftercare.contract.metric.Spec.counter;
import static io.aftercare.contract.metric.Spec.gauge;
import static io.aftercare.contract.metric.Spec.histogram;
import static io.aftercare.contract.metric.Spec.retracted;

import io.aftercare.contract.MetricKind;
import java.util.List;

/**
 * Every metric Aftercare exports of the service: name, type, unit, help, labels, buckets, and who
 * makes it. Defined here and nowhere else; what a job makes goes over the metrics topic to the
 * exporter, which serves it. The page {@code dashboards/METRICS.md} is generated of it. A late
 * event can change some counters; those have a twin {@code *_retracted_total} with the same labels,
 * and counted minus retracted is the net figure.
 */
public enum MetricCatalogue {
  TICKETS_CREATED(
      counter("tickets_created_total", Unit.TICKETS, "Tickets created.", "region", "channel")),
  TICKETS_CREATED_RETRACTED(retracted("tickets_created", Unit.TICKETS, "region", "channel")),
  TICKETS_RESOLVED(
      counter(
          "tickets_resolved_total",
          Unit.TICKETS,
          "Resolutions; a reopened ticket that is resolved again counts again.",
          "region",
          "priority")),
  TICKETS_RESOLVED_RETRACTED(retracted("tickets_resolved", Unit.TICKETS, "region", "priority")),
  TICKETS_REOPENED(
      counter("tickets_reopened_total", Unit.TICKETS, "Tickets reopened.", "region", "priority")),
  TICKETS_REOPENED_RETRACTED(retracted("tickets_reopened", Unit.TICKETS, "region", "priority")),
  TICKETS_CLOSED(
      counter(
          "tickets_closed_total",
          Unit.TICKETS,
          "First closings of tickets.",
          "region",
          "priority")),
  TICKETS_CLOSED_RETRACTED(retracted("tickets_closed", Unit.TICKETS, "region", "priority")),
  TICKETS_CANCELLED(
      counter(
          "tickets_cancelled_total",
          Unit.TICKETS,
          "Tickets that ended without being served: cancelled, merged, spam.",
          "region",
          "cause")),
  TICKETS_CANCELLED_RETRACTED(retracted("tickets_cancelled", Unit.TICKETS, "region", "cause")),
  TICKETS_TRANSFERRED(
      counter(
          "tickets_transferred_total",
          Unit.TICKETS,
          "Open tickets handed from region to region.",
          "region",
          "direction")),
  TICKETS_TRANSFERRED_RETRACTED(
      retracted("tickets_transferred", Unit.TICKETS, "region", "direction")),
  FIRST_RESPONSE_SECONDS(
      histogram(
          "first_response_seconds",
          Unit.SECONDS,
          "Calendar time from the customer's contact to the first public reply by a human; first observations.",
          List.of(5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 120.0, 300.0, 900.0, 3600.0, 14400.0),
          "region",
          "channel_class")),
  RESOLUTION_SECONDS(
      histogram(
          "resolution_seconds",
          Unit.SECONDS,
          "Calendar time from creation (or reopening) to resolution; first observations.",
          List.of(
              1800.0, 3600.0, 7200.0, 10800.0, 14400.0, 28800.0, 86400.0, 172800.0, 259200.0,
              604800.0),
          "region",
          "priority")),
  OBSERVATIONS_CORRECTED(
      counter(
          "observations_corrected_total",
          Unit.OBSERVATIONS,
          "Histogram observations that a late event later proved wrong; the histogram keeps them.",
          "region",
          "measure")),
  SLA_CLOCKS_OPENED(
      counter(
          "sla_clocks_opened_total", Unit.CLOCKS, "SLA clocks opened.", "region", "sla", "slot")),
  SLA_CLOCKS_OPENED_RETRACTED(retracted("sla_clocks_opened", Unit.CLOCKS, "region", "sla", "slot")),
  SLA_VERDICTS(
      counter(
          "sla_verdicts_total",
          Unit.CLOCKS,
          "SLA clocks settled, by verdict.",
          "region",
          "sla",
          "priority",
          "verdict",
          "slot")),
  SLA_VERDICTS_RETRACTED(
      retracted("sla_verdicts", Unit.CLOCKS, "region", "sla", "verdict", "slot")),
  SLA_CORRECTIONS(
      counter(
          "sla_corrections_total",
          Unit.CLOCKS,
          "Settled verdicts that a late event changed: breached_to_met, met_to_breached or other.",
          "region",
          "sla",
          "change")),
  SLA_WARNINGS(
      counter(
          "sla_warnings_total",
          Unit.WARNINGS,
          "Warnings of active clocks at this share (%) of the time allowed, in the region that owns the clock; a transfer takes them along.",
          "region",
          "sla",
          "level")),
  SLA_WARNINGS_RETRACTED(retracted("sla_warnings", Unit.WARNINGS, "region", "sla", "level")),
  SLA_OPEN_CLOCKS(
      gauge(
          "sla_open_clocks",
          Unit.CLOCKS,
          "Active SLA clocks now; overdue = breached, its stop not seen, and still owed (a follow-up is on a closed ticket too).",
          "region",
          "sla",
          "priority",
          "state")),
  SLA_AT_RISK_CLOCKS(
      gauge(
          "sla_at_risk_clocks",
          Unit.CLOCKS,
          "Active unsettled SLA clocks now whose last warning was at this share (%) of the time allowed; a clock is in one level.",
          "region",
          "sla",
          "level")),
  SLA_SHADOW_CLOCKS(
      gauge(
          "sla_shadow_clocks",
          Unit.CLOCKS,
          "Unsettled clocks of shadow policies now; they promise nothing to anyone.",
          "region",
          "sla",
          "slot")),
  SLA_WORST_OVERDUE_DEADLINE(
      gauge(
              "sla_worst_overdue_deadline_seconds",
              Unit.UNIX_SECONDS,
              "Deadline of the clock that is overdue longest (rank 1) to fifth longest in its region and SLA, and its ticket. For messages and tables; in no recording rule.",
              "region",
              "sla",
              "rank",
              "ticket_id")
          .madeBy(Maker.EXPORTER)),
  CLOCK_ACTIONS(
      counter(
          "clock_actions_total",
          Unit.ACTIONS,
          "What was done to tickets that moves a clock without serving the customer, at any time; compare clock_anomalies.",
          "region",
          "kind")),
  CLOCK_ACTIONS_RETRACTED(retracted("clock_actions", Unit.ACTIONS, "region", "kind")),
  CLOCK_ANOMALIES(
      counter(
          "clock_anomalies_total",
          Unit.ACTIONS,
          "Of clock_actions those within the last 5 % of a clock's time, or to the far side of a deadline, or too early.",
          "region",
          "kind")),
  CLOCK_ANOMALIES_RETRACTED(retracted("clock_anomalies", Unit.ACTIONS, "region", "kind")),
  BACKLOG_TICKETS(
      gauge(
          "backlog_tickets",
          Unit.TICKETS,
          "Open tickets now; state: new, in_progress, scheduled, waiting, unknown.",
          "region",
          "priority",
          "state")),
  BACKLOG_SERVICE_TICKETS(BacklogMetrics.BACKLOG_SERVICE_TICKETS),
  BACKLOG_AGED_TICKETS(BacklogMetrics.BACKLOG_AGED_TICKETS),
  BACKLOG_OLDEST(BacklogMetrics.BACKLOG_OLDEST),
  TICKETS_UNTRIAGED(BacklogMetrics.TICKETS_UNTRIAGED),
  TICKETS_IN_STAGE(BacklogMetrics.TICKETS_IN_STAGE),
  TICKETS_BY_SERVICE(BacklogMetrics.TICKETS_BY_SERVICE),
  TICKETS_BY_SERVICE_RETRACTED(BacklogMetrics.TICKETS_BY_SERVICE_RETRACTED),
  STAGE_DWELL_SECONDS(BacklogMetrics.STAGE_DWELL_SECONDS),
  STAGE_TIME_SECONDS(BacklogMetrics.STAGE_TIME_SECONDS),
  STAGE_TIME_SECONDS_RETRACTED(BacklogMetrics.STAGE_TIME_SECONDS_RETRACTED),
  TICKET_LIFE_SECONDS(BacklogMetrics.TICKET_LIFE_SECONDS),
  TICKET_LIFE_SECONDS_RETRACTED(BacklogMetrics.TICKET_LIFE_SECONDS_RETRACTED),
  FIRST_CONTACT_RESOLUTIONS(QualityMetrics.FIRST_CONTACT_RESOLUTIONS),
  FIRST_CONTACT_RESOLUTIONS_RETRACTED(QualityMetrics.FIRST_CONTACT_RESOLUTIONS_RETRACTED),
  REMOTE_RESOLUTIONS(QualityMetrics.REMOTE_RESOLUTIONS),
  REMOTE_RESOLUTIONS_RETRACTED(QualityMetrics.REMOTE_RESOLUTIONS_RETRACTED),
  CLOSED_LOOP_VERDICTS(QualityMetrics.CLOSED_LOOP_VERDICTS),
  CLOSED_LOOP_VERDICTS_RETRACTED(QualityMetrics.CLOSED_LOOP_VERDICTS_RETRACTED),
  REPAIRS(QualityMetrics.REPAIRS),
  REPAIRS_RETRACTED(QualityMetrics.REPAIRS_RETRACTED),
  RETURN_REPAIRS(QualityMetrics.RETURN_REPAIRS),
  RETURN_REPAIRS_RETRACTED(QualityMetrics.RETURN_REPAIRS_RETRACTED),
  APPOINTMENTS(QualityMetrics.APPOINTMENTS),
  APPOINTMENTS_RETRACTED(QualityMetrics.APPOINTMENTS_RETRACTED),
  SURVEY_VERDICTS(QualityMetrics.SURVEY_VERDICTS),
  SURVEY_VERDICTS_RETRACTED(QualityMetrics.SURVEY_VERDICTS_RETRACTED),
  SATISFACTION_RESPONSES(QualityMetrics.SATISFACTION_RESPONSES),
  SATISFACTION_RESPONSES_RETRACTED(QualityMetrics.SATISFACTION_RESPONSES_RETRACTED),
  SATISFACTION_SCORE(QualityMetrics.SATISFACTION_SCORE),
  SATISFACTION_SCORE_RETRACTED(QualityMetrics.SATISFACTION_SCORE_RETRACTED),
  NPS_RESPONSES(QualityMetrics.NPS_RESPONSES),
  NPS_RESPONSES_RETRACTED(QualityMetrics.NPS_RESPONSES_RETRACTED),
  TICKET_INTAKE(QualityMetrics.TICKET_INTAKE),
  TICKET_INTAKE_RETRACTED(QualityMetrics.TICKET_INTAKE_RETRACTED),
  WINDOW_FIRST_RESPONSE(WindowMetrics.WINDOW_FIRST_RESPONSE),
  WINDOW_RESOLUTION(WindowMetrics.WINDOW_RESOLUTION),
  WINDOW_TICKETS(WindowMetrics.WINDOW_TICKETS),
  WINDOW_SLA_RATIO(WindowMetrics.WINDOW_SLA_RATIO),
  WINDOW_SLA_SETTLED(WindowMetrics.WINDOW_SLA_SETTLED),
  WINDOW_END(WindowMetrics.WINDOW_END),
  WINDOW_LATE(WindowMetrics.WINDOW_LATE),
  REGION_LAST_EVENT(WindowMetrics.REGION_LAST_EVENT),
  REGION_EXPECTED_EVENTS(WindowMetrics.REGION_EXPECTED_EVENTS),
  REGION_OBSERVED_EVENTS(WindowMetrics.REGION_OBSERVED_EVENTS),
  REGION_SILENCE_LIMIT(WindowMetrics.REGION_SILENCE_LIMIT),
  EXPECTED_TICKETS(WindowMetrics.EXPECTED_TICKETS),
  OBSERVED_TICKETS(WindowMetrics.OBSERVED_TICKETS),
  EXPECTED_SECONDS(WindowMetrics.EXPECTED_SECONDS),
  OBSERVED_SECONDS(WindowMetrics.OBSERVED_SECONDS),
  BENCHMARK_SECONDS(WindowMetrics.BENCHMARK_SECONDS),
  COMPLAINTS(ComplaintMetrics.COMPLAINTS),
  COMPLAINTS_RETRACTED(ComplaintMetrics.COMPLAINTS_RETRACTED),
  COMPLAINTS_UNNAMED(ComplaintMetrics.COMPLAINTS_UNNAMED),
  COMPLAINTS_LATE(ComplaintMetrics.COMPLAINTS_LATE),
  COMPLAINT_OBSERVED(ComplaintMetrics.COMPLAINT_OBSERVED),
  COMPLAINT_EXPECTED(ComplaintMetrics.COMPLAINT_EXPECTED),
  COMPLAINT_EXPECTED_UPPER(ComplaintMetrics.COMPLAINT_EXPECTED_UPPER),
  COMPLAINT_SPIKE_SCORE(ComplaintMetrics.COMPLAINT_SPIKE_SCORE),
  COMPLAINT_SPIKE_ACTIVE(ComplaintMetrics.COMPLAINT_SPIKE_ACTIVE),
  COMPLAINT_LEARNING_UNTIL(ComplaintMetrics.COMPLAINT_LEARNING_UNTIL),
  COMPLAINT_INCIDENT_START(ComplaintMetrics.COMPLAINT_INCIDENT_START),
  COMPLAINT_INCIDENT_TIER(ComplaintMetrics.COMPLAINT_INCIDENT_TIER),
  COMPLAINT_MASS_REGIONS(ComplaintMetrics.COMPLAINT_MASS_REGIONS),
  CALLS_OFFERED(
      counter(
          "calls_offered_total",
          Unit.CALLS,
          "Callers who entered a queue; a contact counts once per visit.",
          "region",
          "queue")),
  CALLS_OFFERED_RETRACTED(retracted("calls_offered", Unit.CALLS, "region", "queue")),
  CALLS_SETTLED(
      counter(
          "calls_settled_total",
          Unit.CALLS,
          "Waits in a queue that ended, by outcome; in_time: within the queue's threshold.",
          "region",
          "queue",
          "outcome")),
  CALLS_SETTLED_RETRACTED(retracted("calls_settled", Unit.CALLS, "region", "queue", "outcome")),
  CALLS_TIMED_OUT(
      counter(
          "calls_timed_out_total",
          Unit.CALLS,
          "Waits and talks that no event ended and a time limit did: events were lost.",
          "region",
          "queue")),
  CALLS_TIMED_OUT_RETRACTED(retracted("calls_timed_out", Unit.CALLS, "region", "queue")),
  CALLS_REPEATED(
      counter(
          "calls_repeated_total",
          Unit.CALLS,
          "Contacts whose caller had entered a queue at most 2 min before; load counts both.",
          "region",
          "queue")),
  CALLS_REPEATED_RETRACTED(retracted("calls_repeated", Unit.CALLS, "region", "queue")),
  CALL_WAIT_SECONDS(
      histogram(
          "call_wait_seconds",
          Unit.SECONDS,
          "Speed of answer: time from entering the queue to the agent, of answered calls; first observations.",
          List.of(5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0),
          "region",
          "queue")),
  CALL_HANDLE_SECONDS(
      histogram(
          "call_handle_seconds",
          Unit.SECONDS,
          "Handle time: talk, hold and wrap-up of one agent; first observations.",
          List.of(30.0, 60.0, 120.0, 180.0, 300.0, 600.0, 1200.0, 3600.0),
          "region",
          "queue")),
  CALL_SERVICE_LEVEL_RATIO(
      gauge(
          "call_service_level_ratio",
          Unit.RATIO,
          "Service level by definition, last closed window; do not aggregate. hour: of calls settled in the clock hour (UTC); hour_offered: of calls offered in it.",
          "region",
          "queue",
          "definition",
          "window")),
  CALL_SERVICE_LEVEL_CALLS(
      gauge(
          "call_service_level_calls",
          Unit.CALLS,
          "Calls that the service level is a share of, last closed window; do not aggregate.",
          "region",
          "queue",
          "definition",
          "window")),
  CALL_SERVICE_LEVEL_THRESHOLD(
      gauge(
          "call_service_level_threshold_seconds",
          Unit.SECONDS,
          "Wait up to which an answer of this queue is in time; of the policy in force when it was last entered.",
          "region",
          "queue")),
  CALL_SERVICE_LEVEL_TARGET(
      gauge(
          "call_service_level_target_ratio",
          Unit.RATIO,
          "Service level that this queue shall have; of the policy in force when it was last entered.",
          "region",
          "queue")),
  CALLS_WAITING(gauge("calls_waiting", Unit.CALLS, "Callers in the queue now.", "region", "queue")),
  CALL_LONGEST_WAIT_START(
      gauge(
          "call_longest_wait_start_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "Since when the caller who waits longest now is in the queue; absent while nobody waits.",
          "region",
          "queue")),
  CALLBACKS_WAITING(
      gauge(
          "callbacks_waiting",
          Unit.CALLBACKS,
          "Callbacks asked for and not made yet.",
          "region",
          "queue")),
  AGENTS(
      gauge(
          "agents",
          Unit.AGENTS,
          "Agents now by state; occupancy = (on_contact + on_hold + wrap_up) / (these + available + ringing).",
          "region",
          "state")),
  AGENT_STAFFED_SECONDS(
      counter(
          "agent_staffed_seconds_total",
          Unit.SECONDS,
          "Time that agents were staffed (available, ringing or handling), booked when they change state.",
          "region")),
  AGENT_STAFFED_SECONDS_RETRACTED(retracted("agent_staffed_seconds", Unit.SECONDS, "region")),
  AGENT_HANDLE_SECONDS(
      counter(
          "agent_handle_seconds_total",
          Unit.SECONDS,
          "Time that agents handled contacts (on contact, on hold, wrap-up), booked when they change state; occupancy = handle / staffed.",
          "region")),
  AGENT_HANDLE_SECONDS_RETRACTED(retracted("agent_handle_seconds", Unit.SECONDS, "region")),
  EVENTS_READ(
      counter("events_read_total", Unit.EVENTS, "Records read from the input topic.", "stream")),
  EVENTS(
      counter(
          "events_total",
          Unit.EVENTS,
          "What became of the records: applied, duplicate, rejected, late_dropped.",
          "stream",
          "result")),
  EVENTS_REJECTED(
      counter(
          "events_rejected_total",
          Unit.EVENTS,
          "Records sent to dead letters.",
          "stream",
          "reason")),
  EVENTS_LATE(
      counter(
          "events_late_total",
          Unit.EVENTS,
          "Applied events that arrived after later ones of their ticket and re-folded it.",
          "stream")),
  EVENTS_SKEWED(
      counter(
          "events_skewed_total",
          Unit.EVENTS,
          "Applied events stamped before their ticket's creation.",
          "stream")),
  EVENTS_UNKNOWN_VALUE(
      counter(
          "events_unknown_value_total",
          Unit.EVENTS,
          "Events with a value outside our closed lists (kept as unknown), or an applied one with a calendar that is not published (its region's stands), by field.",
          "stream",
          "field")),
  ORPHAN_TICKETS(
      gauge("orphan_tickets", Unit.TICKETS, "Tickets whose CREATED has not been seen.", "region")),
  IDENTITY_IMBALANCE(
      gauge(
          "identity_imbalance",
          Unit.NONE,
          "Difference between the two sides of an accounting identity; anything but 0 is a bug.",
          "identity",
          "region")),
  WATERMARK_TIMESTAMP(
      gauge(
          "watermark_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "Event time the job has reached.",
          "stream")),
  CATCHING_UP(
      gauge(
          "catching_up",
          Unit.NONE,
          "1 while event time is more than 10 s behind the wall clock: records are unread, or the broker was away.",
          "stream")),
  CHECKPOINT_TIMESTAMP(
      gauge(
          "checkpoint_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "When the newest checkpoint completed that counters were published from.",
          "job")),
  BUILD_INFO(gauge("build_info", Unit.NONE, "Constant 1; the version in its label.", "version")),
  POLICY_INFO(
      gauge(
          "policy_info",
          Unit.NONE,
          "1 per policy in force; 0: no longer in force.",
          "policy",
          "version")),
  POLICIES_REFUSED(
      counter(
          "policies_refused_total",
          Unit.POLICIES,
          "Published policies and calendars that the job refused; what was in force stays.",
          "reason")),
  SLA_TARGET_SECONDS(
      gauge(
          "sla_target_seconds",
          Unit.SECONDS,
          "Time allowed: the shortest target of the active policies in force; 0: no longer any.",
          "sla",
          "priority")),
  SLA_TARGET_RATIO(
      gauge(
          "sla_target_ratio",
          Unit.RATIO,
          "Share of clocks to be met: the lowest of the active policies in force; 0: no longer any.",
          "sla"));

  /** The prefix of every metric. */
  public static final String PREFIX = "aftercare_";

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings and List.of(...)
  private final Spec spec;

  MetricCatalogue(Spec spec) {
    this.spec = spec;
  }

  /** Full name, with prefix, unit and suffix. */
  public String metricName() {
    return spec.name();
  }

  /** Counter, gauge or histogram. */
  public MetricKind kind() {
    return spec.kind();
  }

  /** What its value is measured in; of a histogram what its observations are. */
  public Unit unit() {
    return spec.unit();
  }

  /** Who makes its series. */
  public Maker maker() {
    return spec.maker();
  }

  /** One sentence for HELP. */
  public String help() {
    return spec.help();
  }

  /** Label names in the order in which values are given. */
  public List<String> labels() {
    return spec.labels();
  }

  /** Upper bounds in base units, rising, without +Inf; empty unless a histogram. */
  public List<Double> buckets() {
    return spec.buckets();
  }
}

package io.aftercare.exporter.view;

import io.aftercare.contract.metric.MetricCatalogue;

/** The chapters of the catalogue page. */
enum CatalogueGroup {
  TICKETS("Tickets"),
  CLOCKS("SLA clocks"),
  BACKLOG("Backlog and stages"),
  QUALITY("Quality"),
  WINDOWS("Windows and what is expected"),
  COMPLAINTS("Complaints"),
  CALLS("Calls"),
  AGENTS("Agents"),
  ACTIONS("What moves a clock"),
  RULES("Policies and targets"),
  ACCOUNTS("The pipeline's accounts"),
  TIME("Time and build");

  private final String title;

  CatalogueGroup(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** A metric that is new finds no chapter, and the compiler says so. */
  static CatalogueGroup of(MetricCatalogue metric) {
    return switch (metric) {
      case TICKETS_CREATED,
          TICKETS_CREATED_RETRACTED,
          TICKETS_RESOLVED,
          TICKETS_RESOLVED_RETRACTED,
          TICKETS_REOPENED,
          TICKETS_REOPENED_RETRACTED,
          TICKETS_CLOSED,
          TICKETS_CLOSED_RETRACTED,
          TICKETS_CANCELLED,
          TICKETS_CANCELLED_RETRACTED,
          TICKETS_TRANSFERRED,
          TICKETS_TRANSFERRED_RETRACTED,
          FIRST_RESPONSE_SECONDS,
          RESOLUTION_SECONDS,
          OBSERVATIONS_CORRECTED,
          BACKLOG_TICKETS,
          ORPHAN_TICKETS ->
          TICKETS;
      case SLA_CLOCKS_OPENED,
          SLA_CLOCKS_OPENED_RETRACTED,
          SLA_VERDICTS,
          SLA_VERDICTS_RETRACTED,
          SLA_CORRECTIONS,
          SLA_WARNINGS,
          SLA_WARNINGS_RETRACTED,
          SLA_OPEN_CLOCKS,
          SLA_AT_RISK_CLOCKS,
          SLA_SHADOW_CLOCKS,
          SLA_WORST_OVERDUE_DEADLINE ->
          CLOCKS;
      case BACKLOG_SERVICE_TICKETS,
          BACKLOG_AGED_TICKETS,
          BACKLOG_OLDEST,
          TICKETS_UNTRIAGED,
          TICKETS_IN_STAGE,
          TICKETS_BY_SERVICE,
          TICKETS_BY_SERVICE_RETRACTED,
          STAGE_DWELL_SECONDS,
          STAGE_TIME_SECONDS,
          STAGE_TIME_SECONDS_RETRACTED,
          TICKET_LIFE_SECONDS,
          TICKET_LIFE_SECONDS_RETRACTED ->
          BACKLOG;
      case FIRST_CONTACT_RESOLUTIONS,
          FIRST_CONTACT_RESOLUTIONS_RETRACTED,
          REMOTE_RESOLUTIONS,
          REMOTE_RESOLUTIONS_RETRACTED,
          CLOSED_LOOP_VERDICTS,
          CLOSED_LOOP_VERDICTS_RETRACTED,
          REPAIRS,
          REPAIRS_RETRACTED,
          RETURN_REPAIRS,
          RETURN_REPAIRS_RETRACTED,
          APPOINTMENTS,
          APPOINTMENTS_RETRACTED,
          SURVEY_VERDICTS,
          SURVEY_VERDICTS_RETRACTED,
          SATISFACTION_RESPONSES,
          SATISFACTION_RESPONSES_RETRACTED,
          SATISFACTION_SCORE,
          SATISFACTION_SCORE_RETRACTED,
          NPS_RESPONSES,
          NPS_RESPONSES_RETRACTED,
          TICKET_INTAKE,
          TICKET_INTAKE_RETRACTED ->
          QUALITY;
      case WINDOW_FIRST_RESPONSE,
          WINDOW_RESOLUTION,
          WINDOW_TICKETS,
          WINDOW_SLA_RATIO,
          WINDOW_SLA_SETTLED,
          WINDOW_END,
          WINDOW_LATE,
          REGION_LAST_EVENT,
          REGION_EXPECTED_EVENTS,
          REGION_OBSERVED_EVENTS,
          REGION_SILENCE_LIMIT,
          EXPECTED_TICKETS,
          OBSERVED_TICKETS,
          EXPECTED_SECONDS,
          OBSERVED_SECONDS,
          BENCHMARK_SECONDS ->
          WINDOWS;
      case COMPLAINTS,
          COMPLAINTS_RETRACTED,
          COMPLAINTS_UNNAMED,
          COMPLAINTS_LATE,
          COMPLAINT_OBSERVED,
          COMPLAINT_EXPECTED,
          COMPLAINT_EXPECTED_UPPER,
          COMPLAINT_SPIKE_SCORE,
          COMPLAINT_SPIKE_ACTIVE,
          COMPLAINT_LEARNING_UNTIL,
          COMPLAINT_INCIDENT_START,
          COMPLAINT_INCIDENT_TIER,
          COMPLAINT_MASS_REGIONS ->
          COMPLAINTS;
      case CLOCK_ACTIONS, CLOCK_ACTIONS_RETRACTED, CLOCK_ANOMALIES, CLOCK_ANOMALIES_RETRACTED ->
          ACTIONS;
      case CALLS_OFFERED,
          CALLS_OFFERED_RETRACTED,
          CALLS_SETTLED,
          CALLS_SETTLED_RETRACTED,
          CALLS_TIMED_OUT,
          CALLS_TIMED_OUT_RETRACTED,
          CALLS_REPEATED,
          CALLS_REPEATED_RETRACTED,
          CALL_WAIT_SECONDS,
          CALL_HANDLE_SECONDS,
          CALL_SERVICE_LEVEL_RATIO,
          CALL_SERVICE_LEVEL_CALLS,
          CALL_SERVICE_LEVEL_THRESHOLD,
          CALL_SERVICE_LEVEL_TARGET,
          CALLS_WAITING,
          CALL_LONGEST_WAIT_START,
          CALLBACKS_WAITING ->
          CALLS;
      case AGENTS,
          AGENT_STAFFED_SECONDS,
          AGENT_STAFFED_SECONDS_RETRACTED,
          AGENT_HANDLE_SECONDS,
          AGENT_HANDLE_SECONDS_RETRACTED ->
          AGENTS;
      case POLICY_INFO, POLICIES_REFUSED, SLA_TARGET_SECONDS, SLA_TARGET_RATIO -> RULES;
      case EVENTS_READ,
          EVENTS,
          EVENTS_REJECTED,
          EVENTS_LATE,
          EVENTS_SKEWED,
          EVENTS_UNKNOWN_VALUE,
          IDENTITY_IMBALANCE ->
          ACCOUNTS;
      case WATERMARK_TIMESTAMP, CATCHING_UP, CHECKPOINT_TIMESTAMP, BUILD_INFO -> TIME;
    };
  }
}

package io.aftercare.contract.metric;

import java.util.List;

/** What is open, how old it is, and in which stage it is. */
final class BacklogMetrics {
  static final Spec BACKLOG_SERVICE_TICKETS =
      Spec.gauge(
          "backlog_service_tickets",
          Unit.TICKETS,
          "Open tickets now, by the kind of service.",
          "region",
          "service_type");

  static final Spec BACKLOG_AGED_TICKETS =
      Spec.gauge(
          "backlog_aged_tickets",
          Unit.TICKETS,
          "Open tickets now by age since creation, to the minute; a reopened ticket keeps its age.",
          "region",
          "age");

  static final Spec BACKLOG_OLDEST =
      Spec.gauge(
          "backlog_oldest_ticket_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "When the oldest open ticket was created, to the minute; absent while none is open.",
          "region",
          "priority");

  static final Spec TICKETS_UNTRIAGED =
      Spec.gauge(
          "tickets_untriaged",
          Unit.TICKETS,
          "Open tickets that are not both classified and assigned yet.",
          "region");

  static final Spec TICKETS_IN_STAGE =
      Spec.gauge(
          "tickets_in_stage",
          Unit.TICKETS,
          "Tickets now by stage of their service; closed ones while they are kept.",
          "region",
          "stage");

  static final Spec TICKETS_BY_SERVICE =
      Spec.counter(
          "tickets_by_service_total",
          Unit.TICKETS,
          "Tickets created and resolved, by the kind of service.",
          "region",
          "service_type",
          "event");

  static final Spec TICKETS_BY_SERVICE_RETRACTED =
      Spec.retracted("tickets_by_service", Unit.TICKETS, "region", "service_type", "event");

  static final Spec STAGE_DWELL_SECONDS =
      Spec.histogram(
          "stage_dwell_seconds",
          Unit.SECONDS,
          "Time that a ticket stayed in a stage without a break, when it leaves; first observations.",
          List.of(300.0, 900.0, 3600.0, 7200.0, 14400.0, 28800.0, 86400.0, 172800.0, 604800.0),
          "region",
          "stage");

  static final Spec STAGE_TIME_SECONDS =
      Spec.counter(
          "stage_time_seconds_total",
          Unit.SECONDS,
          "Time of tickets, by the region and stage that held it, booked as they change hands, stage or status.",
          "region",
          "stage");

  static final Spec STAGE_TIME_SECONDS_RETRACTED =
      Spec.retracted("stage_time_seconds", Unit.SECONDS, "region", "stage");

  static final Spec TICKET_LIFE_SECONDS =
      Spec.counter(
          "ticket_life_seconds_total",
          Unit.SECONDS,
          "Time that tickets lived, booked as they change hands, stage or status, in the region that holds them then; over all regions the same as stage_time_seconds.",
          "region");

  static final Spec TICKET_LIFE_SECONDS_RETRACTED =
      Spec.retracted("ticket_life_seconds", Unit.SECONDS, "region");

  private BacklogMetrics() {}
}

package io.aftercare.contract.metric;

/** How good the service was. */
final class QualityMetrics {
  static final Spec FIRST_CONTACT_RESOLUTIONS =
      Spec.counter(
          "first_contact_resolutions_total",
          Unit.TICKETS,
          "Resolutions at the first contact: provisional at the resolution; a week later confirmed, or failed because the customer came again.",
          "region",
          "outcome");

  static final Spec FIRST_CONTACT_RESOLUTIONS_RETRACTED =
      Spec.retracted("first_contact_resolutions", Unit.TICKETS, "region", "outcome");

  static final Spec REMOTE_RESOLUTIONS =
      Spec.counter(
          "remote_resolutions_total",
          Unit.TICKETS,
          "Resolutions by whether somebody had to go there: remote, not_remote, unknown.",
          "region",
          "outcome");

  static final Spec REMOTE_RESOLUTIONS_RETRACTED =
      Spec.retracted("remote_resolutions", Unit.TICKETS, "region", "outcome");

  static final Spec CLOSED_LOOP_VERDICTS =
      Spec.counter(
          "closed_loop_verdicts_total",
          Unit.TICKETS,
          "Resolutions a week later: closed if the customer confirmed it and it was not reopened, else open.",
          "region",
          "verdict");

  static final Spec CLOSED_LOOP_VERDICTS_RETRACTED =
      Spec.retracted("closed_loop_verdicts", Unit.TICKETS, "region", "verdict");

  static final Spec REPAIRS =
      Spec.counter(
          "repairs_total",
          Unit.TICKETS,
          "First acceptance of a repair: passed or failed.",
          "region",
          "outcome");

  static final Spec REPAIRS_RETRACTED =
      Spec.retracted("repairs", Unit.TICKETS, "region", "outcome");

  static final Spec RETURN_REPAIRS =
      Spec.counter(
          "return_repairs_total",
          Unit.TICKETS,
          "Repairs of a device that was repaired at most 30 days before.",
          "region");

  static final Spec RETURN_REPAIRS_RETRACTED =
      Spec.retracted("return_repairs", Unit.TICKETS, "region");

  static final Spec APPOINTMENTS =
      Spec.counter(
          "appointments_total",
          Unit.TICKETS,
          "On-site appointments: on_time, late, missed, rescheduled, cancelled.",
          "region",
          "outcome");

  static final Spec APPOINTMENTS_RETRACTED =
      Spec.retracted("appointments", Unit.TICKETS, "region", "outcome");

  static final Spec SURVEY_VERDICTS =
      Spec.counter(
          "survey_verdicts_total",
          Unit.TICKETS,
          "Surveys that were sent: completed, or unanswered a week later.",
          "region",
          "verdict");

  static final Spec SURVEY_VERDICTS_RETRACTED =
      Spec.retracted("survey_verdicts", Unit.TICKETS, "region", "verdict");

  static final Spec SATISFACTION_RESPONSES =
      Spec.counter(
          "satisfaction_responses_total",
          Unit.TICKETS,
          "Survey answers on a scale of 0 to 100: very_satisfied from 90, satisfied from 80, neutral from 60, dissatisfied below.",
          "region",
          "band");

  static final Spec SATISFACTION_RESPONSES_RETRACTED =
      Spec.retracted("satisfaction_responses", Unit.TICKETS, "region", "band");

  static final Spec SATISFACTION_SCORE =
      Spec.counter(
          "satisfaction_score_total",
          Unit.RATIO,
          "Sum of survey answers, each from 0 to 1; mean = this / satisfaction_responses.",
          "region");

  static final Spec SATISFACTION_SCORE_RETRACTED =
      Spec.retracted("satisfaction_score", Unit.RATIO, "region");

  static final Spec NPS_RESPONSES =
      Spec.counter(
          "nps_responses_total",
          Unit.TICKETS,
          "Survey answers on a scale of exactly 0 to 10: promoter from 9, passive from 7, detractor below.",
          "region",
          "group");

  static final Spec NPS_RESPONSES_RETRACTED =
      Spec.retracted("nps_responses", Unit.TICKETS, "region", "group");

  static final Spec TICKET_INTAKE =
      Spec.counter(
          "ticket_intake_total",
          Unit.TICKETS,
          "Tickets created, by whether no field of the intake was left empty.",
          "region",
          "complete");

  static final Spec TICKET_INTAKE_RETRACTED =
      Spec.retracted("ticket_intake", Unit.TICKETS, "region", "complete");

  private QualityMetrics() {}
}

package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.Finding;
import io.aftercare.domain.ticket.FindingKind;
import io.aftercare.domain.ticket.TicketDiff;
import java.util.function.Consumer;

/**
 * Counts what was found of the quality of service: what came in the counter, what is gone in its
 * twin. The sum of scores is in millionths of a scale from 0 to 1.
 */
final class QualityMeasures {
  private static final long MILLIONTHS_PER_HUNDREDTH = 100;

  private QualityMeasures() {}

  static void of(TicketDiff diff, Consumer<Delta> out) {
    diff.bookings().gone().findings().forEach(was -> count(was, true, out));
    diff.bookings().come().findings().forEach(is -> count(is, false, out));
  }

  private static void count(Finding finding, boolean gone, Consumer<Delta> out) {
    String region = finding.region() == null ? Facts.UNKNOWN_REGION : finding.region();
    Delta counted = counted(finding.kind(), region);
    out.accept(gone ? retracted(counted) : counted);
    if (counted.measure() == Measure.SATISFACTION_RESPONSES) {
      Delta score =
          Delta.of(Measure.SATISFACTION_SCORE, finding.score() * MILLIONTHS_PER_HUNDREDTH, region);
      out.accept(gone ? retracted(score) : score);
    }
  }

  private static Delta counted(FindingKind kind, String region) {
    return switch (kind) {
      case INTAKE_COMPLETE -> Delta.one(Measure.TICKET_INTAKE, region, "true");
      case INTAKE_INCOMPLETE -> Delta.one(Measure.TICKET_INTAKE, region, "false");
      case FIRST_CONTACT_PROVISIONAL ->
          Delta.one(Measure.FIRST_CONTACT_RESOLUTIONS, region, "provisional");
      case FIRST_CONTACT_CONFIRMED ->
          Delta.one(Measure.FIRST_CONTACT_RESOLUTIONS, region, "confirmed");
      case FIRST_CONTACT_FAILED -> Delta.one(Measure.FIRST_CONTACT_RESOLUTIONS, region, "failed");
      case RESOLVED_REMOTELY -> Delta.one(Measure.REMOTE_RESOLUTIONS, region, "remote");
      case RESOLVED_NOT_REMOTELY -> Delta.one(Measure.REMOTE_RESOLUTIONS, region, "not_remote");
      case RESOLVED_SOMEHOW -> Delta.one(Measure.REMOTE_RESOLUTIONS, region, "unknown");
      case LOOP_CLOSED -> Delta.one(Measure.CLOSED_LOOP_VERDICTS, region, "closed");
      case LOOP_OPEN -> Delta.one(Measure.CLOSED_LOOP_VERDICTS, region, "open");
      case REPAIR_PASSED -> Delta.one(Measure.REPAIRS, region, "passed");
      case REPAIR_FAILED -> Delta.one(Measure.REPAIRS, region, "failed");
      case APPOINTMENT_ON_TIME -> Delta.one(Measure.APPOINTMENTS, region, "on_time");
      case APPOINTMENT_LATE -> Delta.one(Measure.APPOINTMENTS, region, "late");
      case APPOINTMENT_MISSED -> Delta.one(Measure.APPOINTMENTS, region, "missed");
      case APPOINTMENT_RESCHEDULED -> Delta.one(Measure.APPOINTMENTS, region, "rescheduled");
      case APPOINTMENT_CANCELLED -> Delta.one(Measure.APPOINTMENTS, region, "cancelled");
      case SURVEY_ANSWERED -> Delta.one(Measure.SURVEY_VERDICTS, region, "completed");
      case SURVEY_UNANSWERED -> Delta.one(Measure.SURVEY_VERDICTS, region, "unanswered");
      case VERY_SATISFIED -> Delta.one(Measure.SATISFACTION_RESPONSES, region, "very_satisfied");
      case SATISFIED -> Delta.one(Measure.SATISFACTION_RESPONSES, region, "satisfied");
      case NEUTRAL -> Delta.one(Measure.SATISFACTION_RESPONSES, region, "neutral");
      case DISSATISFIED -> Delta.one(Measure.SATISFACTION_RESPONSES, region, "dissatisfied");
      case PROMOTER -> Delta.one(Measure.NPS_RESPONSES, region, "promoter");
      case PASSIVE -> Delta.one(Measure.NPS_RESPONSES, region, "passive");
      case DETRACTOR -> Delta.one(Measure.NPS_RESPONSES, region, "detractor");
    };
  }

  private static Delta retracted(Delta was) {
    return new Delta(
        Measure.valueOf(was.measure().name() + "_RETRACTED"), was.labels(), was.amount());
  }
}

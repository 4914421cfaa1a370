package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.Quality;

/** What is known of the quality of a ticket's service; of most tickets, most of it is not. */
final class QualityWire {
  private static final int ANSWERED = 1;
  private static final int SECOND_CONTACT = 1 << 1;
  private static final int RESOLVED = 1 << 2;
  private static final int FIRST_CONTACT = 1 << 3;
  private static final int CONFIRMED = 1 << 4;
  private static final int ACCEPTED = 1 << 5;
  private static final int DEVICE = 1 << 6;
  private static final int LOOP = 1 << 7;
  private static final int SURVEY = 1 << 8;
  private static final int APPOINTMENT = 1 << 9;

  private QualityWire() {}

  static void write(Quality quality, long createdAt, WireWriter out) {
    out.unsigned(bits(quality));
    instant(quality.loopDueAt(), createdAt, out);
    instant(quality.surveyDueAt(), createdAt, out);
    instant(quality.appointmentEnd(), createdAt, out);
    if (quality.asset() != 0) {
      out.signed(quality.asset());
    }
  }

  private static void instant(long instant, long createdAt, WireWriter out) {
    if (instant != Clock.NEVER) {
      out.instant(instant, createdAt);
    }
  }

  private static int bits(Quality q) {
    return (q.answered() ? ANSWERED : 0)
        | (q.secondContact() ? SECOND_CONTACT : 0)
        | (q.resolved() ? RESOLVED : 0)
        | (q.firstContact() ? FIRST_CONTACT : 0)
        | (q.confirmed() ? CONFIRMED : 0)
        | (q.accepted() ? ACCEPTED : 0)
        | (q.asset() != 0 ? DEVICE : 0)
        | (q.loopDueAt() != Clock.NEVER ? LOOP : 0)
        | (q.surveyDueAt() != Clock.NEVER ? SURVEY : 0)
        | (q.appointmentEnd() != Clock.NEVER ? APPOINTMENT : 0);
  }

  static Quality read(long createdAt, WireReader in) {
    int bits = in.count();
    return new Quality(
        has(bits, ANSWERED),
        has(bits, SECOND_CONTACT),
        has(bits, RESOLVED),
        has(bits, FIRST_CONTACT),
        has(bits, CONFIRMED),
        has(bits, ACCEPTED),
        has(bits, LOOP) ? in.instant(createdAt) : Clock.NEVER,
        has(bits, SURVEY) ? in.instant(createdAt) : Clock.NEVER,
        has(bits, APPOINTMENT) ? in.instant(createdAt) : Clock.NEVER,
        has(bits, DEVICE) ? in.signed() : 0);
  }

  private static boolean has(int bits, int bit) {
    return (bits & bit) != 0;
  }
}

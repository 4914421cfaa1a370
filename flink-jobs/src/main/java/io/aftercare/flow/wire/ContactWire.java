package io.aftercare.flow.wire;

import io.aftercare.domain.call.Callback;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.Leg;
import io.aftercare.domain.call.QueueTerms;
import io.aftercare.domain.call.Segment;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ShortAbandon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A contact, in values that are small: instants by their distance to its beginning. */
final class ContactWire {
  private static final long NO_GOAL = -1; // the bits of no share

  private ContactWire() {}

  static void write(Contact c, WireWriter out) {
    long base = c.offeredAt();
    out.text(c.contactId());
    out.constant(WireIds.CHANNELS, c.channel());
    optional(c.ticketId(), out);
    optional(c.customerRef(), out);
    optional(c.region(), out);
    optional(c.queue(), out);
    out.signed(base);
    out.unsigned(c.orphan() ? 1 : 0);
    out.instant(c.endedAt(), base);
    out.unsigned(c.segments().size());
    c.segments().forEach(segment -> segment(segment, base, out));
    out.unsigned(c.legs().size());
    c.legs().forEach(leg -> leg(leg, base, out));
    out.unsigned(c.callbacks().size());
    c.callbacks().forEach(callback -> callback(callback, base, out));
    out.unsigned(c.clocks().size());
    c.clocks().forEach(clock -> ClockWire.write(clock, base, out));
  }

  static Contact read(WireReader in) {
    String contactId = in.text();
    var channel = in.constant(WireIds.CHANNELS);
    String ticketId = optional(in);
    String customerRef = optional(in);
    String region = optional(in);
    String queue = optional(in);
    long base = in.signed();
    return new Contact(
        contactId,
        channel,
        ticketId,
        customerRef,
        region,
        queue,
        base,
        in.unsigned() == 1,
        in.instant(base),
        list(in, () -> segment(base, in)),
        list(in, () -> leg(base, in)),
        list(in, () -> callback(base, in)),
        list(in, () -> clock(base, in)));
  }

  private static Clock clock(long base, WireReader in) {
    return ClockWire.read(base, in);
  }

  private static <T> List<T> list(WireReader in, Supplier<T> one) {
    int size = in.count();
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(one.get());
    }
    return list;
  }

  private static void optional(@Nullable String text, WireWriter out) {
    out.unsigned(text == null ? 0 : 1);
    if (text != null) {
      out.text(text);
    }
  }

  private static @Nullable String optional(WireReader in) {
    return in.unsigned() == 0 ? null : in.text();
  }

  private static void segment(Segment s, long base, WireWriter out) {
    out.unsigned(s.number());
    out.name(s.region());
    out.name(s.queue());
    out.instant(s.enteredAt(), base);
    out.instant(s.exitedAt(), s.enteredAt());
    out.constant(CallIds.OUTCOMES, s.outcome());
    out.unsigned(s.timedOut() ? 1 : 0);
    QueueTerms terms = s.terms();
    out.unsigned(terms.thresholdMillis());
    Double goal = terms.goal();
    out.signed(goal == null ? NO_GOAL : Double.doubleToLongBits(goal));
    out.unsigned(terms.shortAbandon().millis());
    out.unsigned(terms.shortAbandon().inclusive() ? 1 : 0);
  }

  private static Segment segment(long base, WireReader in) {
    int number = in.count();
    String region = in.name();
    String queue = in.name();
    long enteredAt = in.instant(base);
    long exitedAt = in.instant(enteredAt);
    var outcome = in.constant(CallIds.OUTCOMES);
    boolean timedOut = in.unsigned() == 1;
    return new Segment(number, region, queue, enteredAt, exitedAt, outcome, terms(in), timedOut);
  }

  private static QueueTerms terms(WireReader in) {
    long threshold = in.unsigned();
    long goal = in.signed();
    return new QueueTerms(
        threshold,
        goal == NO_GOAL ? null : Double.longBitsToDouble(goal),
        new ShortAbandon(in.unsigned(), in.unsigned() == 1));
  }

  private static void leg(Leg leg, long base, WireWriter out) {
    out.unsigned(leg.segment());
    out.name(leg.region());
    out.name(leg.queue());
    out.instant(leg.answeredAt(), base);
    out.instant(leg.leftAt(), leg.answeredAt());
    out.signed(leg.talkMillis());
    out.signed(leg.holdMillis());
    out.signed(leg.wrapUpMillis());
    out.instant(leg.settledAt(), leg.answeredAt());
    out.unsigned((leg.transferred() ? 1 : 0) | (leg.timedOut() ? 2 : 0));
  }

  private static Leg leg(long base, WireReader in) {
    int segment = in.count();
    String region = in.name();
    String queue = in.name();
    long answeredAt = in.instant(base);
    long leftAt = in.instant(answeredAt);
    long talk = in.signed();
    long hold = in.signed();
    long wrapUp = in.signed();
    long settledAt = in.instant(answeredAt);
    long bits = in.unsigned();
    return new Leg(
        segment,
        region,
        queue,
        answeredAt,
        leftAt,
        talk,
        hold,
        wrapUp,
        settledAt,
        (bits & 1) != 0,
        (bits & 2) != 0);
  }

  private static void callback(Callback c, long base, WireWriter out) {
    out.unsigned(c.number());
    out.name(c.region());
    out.name(c.queue());
    out.instant(c.requestedAt(), base);
    out.instant(c.startedAt(), c.requestedAt());
    out.unsigned(c.givenUp() ? 1 : 0);
  }

  private static Callback callback(long base, WireReader in) {
    int number = in.count();
    String region = in.name();
    String queue = in.name();
    long requestedAt = in.instant(base);
    return new Callback(
        number, region, queue, requestedAt, in.instant(requestedAt), in.unsigned() == 1);
  }
}

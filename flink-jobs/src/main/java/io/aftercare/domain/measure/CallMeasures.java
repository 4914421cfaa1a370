package io.aftercare.domain.measure;

import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.Leg;
import io.aftercare.domain.call.Segment;
import io.aftercare.domain.ticket.ClockChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one contact means for the totals of its queues. What it no longer counts as is
 * taken back, what it newly counts as is counted; histograms keep first observations.
 */
public final class CallMeasures {
  private CallMeasures() {}

  /** All amounts that follow from a change; null stands for a contact that is not known yet. */
  public static void count(
      @Nullable Contact before, Contact now, List<ClockChange> clocks, Consumer<Delta> out) {
    Change<Delta> counted = Change.of(counted(before), counted(now));
    counted.gone().forEach(was -> out.accept(retracted(was)));
    counted.come().forEach(out);
    observe(Change.of(waits(before), waits(now)), out);
    observe(Change.of(handled(before), handled(now)), out);
    ClockMeasures.of(clocks, out);
    CallGauges.move(before, now, out);
  }

  /** What a contact that is forgotten takes with it. */
  public static void forget(Contact contact, Consumer<Delta> out) {
    CallGauges.move(contact, null, out);
  }

  private static List<Delta> counted(@Nullable Contact contact) {
    List<Delta> counted = new ArrayList<>();
    if (contact == null) {
      return counted;
    }
    for (Segment s : contact.segments()) {
      String region = s.regionLabel();
      String queue = s.queueLabel();
      counted.add(Delta.one(Measure.CALLS_OFFERED, region, queue));
      if (!s.waiting()) {
        counted.add(Delta.one(Measure.CALLS_SETTLED, region, queue, s.outcome().label()));
      }
      if (s.timedOut()) {
        counted.add(Delta.one(Measure.CALLS_TIMED_OUT, region, queue));
      }
    }
    for (Leg leg : contact.legs()) {
      if (leg.timedOut()) {
        counted.add(Delta.one(Measure.CALLS_TIMED_OUT, leg.regionLabel(), leg.queueLabel()));
      }
    }
    return counted;
  }

  private static Delta retracted(Delta was) {
    return new Delta(
        Measure.valueOf(was.measure().name() + "_RETRACTED"), was.labels(), was.amount());
  }

  private static List<Delta> waits(@Nullable Contact contact) {
    return contact == null
        ? List.of()
        : contact.segments().stream()
            .filter(s -> s.outcome().answered())
            .map(
                s ->
                    Delta.of(
                        Measure.CALL_WAIT_SECONDS, s.waitMillis(), s.regionLabel(), s.queueLabel()))
            .toList();
  }

  private static List<Delta> handled(@Nullable Contact contact) {
    return contact == null
        ? List.of()
        : contact.legs().stream()
            .filter(Leg::settled)
            .map(
                leg ->
                    Delta.of(
                        Measure.CALL_HANDLE_SECONDS,
                        leg.handleMillis(),
                        leg.regionLabel(),
                        leg.queueLabel()))
            .toList();
  }

  /** What takes the place of an observation that was wrong is counted as its correction. */
  private static void observe(Change<Delta> observations, Consumer<Delta> out) {
    for (Delta wrong : observations.gone()) {
      out.accept(
          Delta.one(
              Measure.OBSERVATIONS_CORRECTED,
              wrong.labels().get(0),
              wrong.measure().name().toLowerCase(Locale.ROOT)));
    }
    observations.come().stream().skip(observations.gone().size()).forEach(out);
  }
}

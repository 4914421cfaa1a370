package io.aftercare.domain.measure;

import io.aftercare.domain.call.Callback;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.Segment;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is true of contacts now: who waits in a queue or for a call, and callbacks' clocks. */
final class CallGauges {
  private CallGauges() {}

  /** Null stands for a contact that is not known yet, or no longer. */
  static void move(@Nullable Contact before, @Nullable Contact after, Consumer<Delta> out) {
    Change<Delta> change = Change.of(of(before), of(after));
    change.gone().forEach(was -> out.accept(new Delta(was.measure(), was.labels(), -1)));
    change.come().forEach(out);
  }

  private static List<Delta> of(@Nullable Contact contact) {
    List<Delta> now = new ArrayList<>();
    if (contact == null) {
      return now;
    }
    contact.segments().stream()
        .filter(Segment::waiting)
        .forEach(s -> now.add(Delta.one(Measure.CALLS_WAITING, s.regionLabel(), s.queueLabel())));
    contact.callbacks().stream()
        .filter(Callback::waiting)
        .forEach(
            c -> now.add(Delta.one(Measure.CALLBACKS_WAITING, c.regionLabel(), c.queueLabel())));
    contact.clocks().forEach(clock -> clock(clock, now));
    return now;
  }

  private static void clock(Clock clock, List<Delta> now) {
    String region = ClockMeasures.region(clock);
    if (!clock.active()) {
      if (clock.unsettled()) {
        now.add(Delta.one(Measure.SLA_SHADOW_CLOCKS, region, clock.sla(), clock.slot()));
      }
      return;
    }
    String state = state(clock);
    if (!state.isEmpty()) {
      now.add(
          Delta.one(Measure.SLA_OPEN_CLOCKS, region, clock.sla(), clock.priority().label(), state));
    }
    if (clock.atRisk()) {
      now.add(
          Delta.one(
              Measure.SLA_AT_RISK_CLOCKS,
              region,
              clock.sla(),
              Integer.toString(clock.warnedPercent())));
    }
  }

  private static String state(Clock clock) {
    if (clock.unsettled()) {
      return clock.verdict() == Verdict.PAUSED ? "paused" : "running";
    }
    return clock.overdue() ? "overdue" : "";
  }
}

package io.aftercare.oracle.call;

import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Warning;
import io.aftercare.oracle.call.InOrder.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that a customer was promised, and their clocks. */
final class Promises {
  /** A request, and where and for what queue it was made. */
  record Asked(int step, int number, @Nullable String region, @Nullable String queue) {}

  /** How a promise ended. */
  private record Fate(Step step, boolean called, String cause) {}

  private final List<Step> steps;
  private final Reading reading;
  private final CallBook book;

  Promises(List<Step> steps, Reading reading, CallBook book) {
    this.steps = steps;
    this.reading = reading;
    this.book = book;
  }

  /** All requests before step k. */
  private List<Asked> asked(int before) {
    List<Asked> all = new ArrayList<>();
    for (Step step : steps.subList(0, before)) {
      if (step.type() == CallEventType.CALLBACK_REQUESTED) {
        Reading.Visit about = reading.concerned(step);
        String queue = step.event().queue();
        if (queue == null && about != null) {
          queue = about.queue();
        }
        all.add(new Asked(step.index(), all.size() + 1, reading.region(step.index()), queue));
      }
    }
    return all;
  }

  @Nullable Asked newest(int before) {
    List<Asked> all = asked(before);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /**
   * Whether an answer at step k is one of somebody who was promised a call: it was started, or is
   * awaited by somebody who is not on the line.
   */
  boolean called(int before) {
    Asked newest = newest(before);
    if (newest == null) {
      return false;
    }
    Fate fate = fate(newest, before);
    return fate != null ? fate.called() : reading.lineDead(before) != null;
  }

  private @Nullable Fate fate(Asked asked, int before) {
    for (Step step : steps.subList(asked.step() + 1, before)) {
      if (step.type() == CallEventType.CALLBACK_REQUESTED) {
        return new Fate(step, false, "requested_again");
      }
      if (reading.opened(step.index())) {
        return new Fate(step, false, "called_again");
      }
      boolean agentCalled =
          step.type() == CallEventType.ANSWERED
              && reading.waiting(step.index()) == null
              && reading.lineDead(step.index()) != null;
      if (step.type() == CallEventType.CALLBACK_STARTED || agentCalled) {
        return new Fate(step, true, "callback_started");
      }
    }
    return null;
  }

  List<Told.Recall> recalls() {
    List<Told.Recall> all = new ArrayList<>();
    for (Asked asked : asked(steps.size())) {
      Fate fate = fate(asked, steps.size());
      all.add(
          new Told.Recall(
              asked.number(),
              asked.region(),
              asked.queue(),
              steps.get(asked.step()).at(),
              fate != null && fate.called() ? fate.step().at() : CallEvent.NEVER,
              fate != null && !fate.called()));
    }
    return all;
  }

  // ---- clocks

  /** All of them when time has come so far, and at any rate to what happened after the request. */
  List<Told.Due> clocks(long now) {
    Step last = steps.get(steps.size() - 1);
    Channel channel = steps.get(0).event().channel();
    List<Told.Due> all = new ArrayList<>();
    for (Asked asked : asked(steps.size())) {
      Step step = steps.get(asked.step());
      long dueAt = step.event().callbackDueAt();
      long past = last.equals(step) ? now : Math.max(now, last.at() - 1);
      for (Policy policy :
          book.found(
              ClockMetric.CALLBACK, asked.region(), asked.queue(), channel, dueAt, step.at())) {
        all.add(clock(policy, asked, step.at(), dueAt, past));
      }
    }
    all.sort(Told.BY_NAME);
    return all;
  }

  private Told.Due clock(Policy policy, Asked asked, long opened, long dueAt, long past) {
    ServiceCalendar calendar = book.calendar(policy, asked.region(), opened);
    boolean promised = policy.allowance().source() == Allowance.Source.DUE_AT;
    long budget = promised ? calendar.elapsed(opened, dueAt) : CallBook.target(policy);
    long deadline = promised ? dueAt : calendar.add(opened, budget);
    Fate fate = fate(asked, steps.size());
    long end = fate == null ? CallEvent.NEVER : fate.step().at();
    boolean breached = deadline < end && deadline <= past;
    boolean over = breached || fate != null;
    long upTo = Math.min(past, end - 1);
    return new Told.Due(
        policy.sla(),
        policy.slot(),
        asked.number(),
        policy.id(),
        policy.version(),
        calendar.id(),
        opened,
        deadline,
        breached ? "breached" : fate == null ? "running" : fate.called() ? "met" : "cancelled",
        breached ? deadline : over ? end : CallEvent.NEVER,
        breached ? "deadline" : fate == null ? "" : fate.cause(),
        fate != null && (breached || fate.called()) ? end : CallEvent.NEVER,
        asked.region(),
        warnings(policy, calendar, opened, budget, Math.min(upTo, deadline)));
  }

  private static List<Warning> warnings(
      Policy policy, ServiceCalendar calendar, long opened, long budget, long upTo) {
    List<Warning> given = new ArrayList<>();
    for (int percent : policy.rules().warnPercents()) {
      long at = calendar.add(opened, budget * percent / 100);
      if (budget > 0 && at <= upTo) {
        given.add(new Warning(percent, at));
      }
    }
    return given;
  }
}

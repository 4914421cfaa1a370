package io.aftercare.oracle.call;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.call.CallLimits;
import io.aftercare.oracle.call.InOrder.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The visits to queues, and who is on the line. A question about a moment is asked "before step k";
 * its answer is searched for among the steps before k.
 */
final class Reading {
  /**
   * A visit to a queue.
   *
   * @param step where it began
   */
  record Visit(
      int step,
      int number,
      @Nullable String region,
      @Nullable String queue,
      CallBook.Patience patience) {}

  /** What only takes part in a wait that it ends. */
  private static final Set<CallEventType> TURNED_AWAY =
      EnumSet.of(
          CallEventType.ABANDONED,
          CallEventType.VOICEMAIL_LEFT,
          CallEventType.QUEUE_CLOSED,
          CallEventType.FAILED);

  private static final Set<CallEventType> ENDS =
      EnumSet.of(
          CallEventType.ANSWERED,
          CallEventType.ABANDONED,
          CallEventType.TRANSFERRED,
          CallEventType.OVERFLOWED,
          CallEventType.CALLBACK_REQUESTED,
          CallEventType.VOICEMAIL_LEFT,
          CallEventType.QUEUE_CLOSED,
          CallEventType.FAILED);

  private final List<Step> steps;
  private final CallBook book;
  private final Parts parts;
  private final Promises promises;
  private final List<Visit> visits = new ArrayList<>();

  Reading(List<Step> steps, CallBook book) {
    this.steps = steps;
    this.book = book;
    this.parts = new Parts(steps, this);
    this.promises = new Promises(steps, this, book);
    for (Step step : steps) {
      if (opensVisit(step)) {
        visits.add(visit(step));
      }
      parts.look(step);
    }
  }

  Parts parts() {
    return parts;
  }

  Promises promises() {
    return promises;
  }

  // ---- visits

  private boolean opensVisit(Step step) {
    Visit about = concerned(step);
    boolean unheardOf = step.event().segment() > 0 && about == null;
    return switch (step.type()) {
      case QUEUE_ENTERED -> step.event().segment() == 0 || unheardOf;
      case ANSWERED -> {
        boolean noNumber = step.event().segment() == 0;
        boolean underway =
            noNumber
                && about != null
                && Set.of("transferred", "overflowed").contains(outcome(about, step.index()));
        yield waiting(step.index()) != null
            ? unheardOf
            : !promises.called(step.index()) && (about == null || underway);
      }
      default -> false;
    };
  }

  private Visit visit(Step step) {
    CallEvent event = step.event();
    int number = event.segment();
    if (number == 0) {
      number = 1 + visits.stream().mapToInt(Visit::number).max().orElse(0);
    }
    String queue = event.queue() != null ? event.queue() : announced(step.index());
    String region = region(step.index());
    return new Visit(
        step.index(),
        number,
        region,
        queue,
        book.patience(region, queue, steps.get(0).event().channel(), step.at()));
  }

  /** The region that was stated last, at this step or before. */
  @Nullable String region(int step) {
    for (int k = step; k >= 0; k--) {
      if (steps.get(k).event().region() != null) {
        return steps.get(k).event().region();
      }
    }
    return null;
  }

  /** Where the caller was sent last since the visit before began. */
  private @Nullable String announced(int step) {
    for (int k = step - 1; k >= 0 && !opened(k); k--) {
      Step sent = steps.get(k);
      String queue = sent.event().queue();
      boolean sends =
          sent.type() == CallEventType.TRANSFERRED || sent.type() == CallEventType.OVERFLOWED;
      Visit left = concerned(sent);
      if (sends && queue != null && (left == null || !queue.equals(left.queue()))) {
        return queue;
      }
    }
    return null;
  }

  /** Whether a visit began at this step. */
  boolean opened(int step) {
    return visits.stream().anyMatch(v -> v.step() == step);
  }

  /** The visit that began at this step, or null. */
  @Nullable Visit openedAt(int step) {
    return visits.stream().filter(v -> v.step() == step).findFirst().orElse(null);
  }

  /** The visit that an event is about: the one of its number, else the newest before it. */
  @Nullable Visit concerned(Step step) {
    int number = step.event().segment();
    Visit found = null;
    for (Visit visit : visits) {
      if (visit.step() < step.index() && (number == 0 || visit.number() == number)) {
        found = visit;
      }
    }
    return found;
  }

  /** The step before k that ended a wait, or null. */
  private @Nullable Step end(Visit visit, int before) {
    for (Step step : steps.subList(visit.step(), before)) {
      if (ends(visit, step)) {
        return step;
      }
    }
    return null;
  }

  private boolean ends(Visit visit, Step step) {
    if (step.index() == visit.step()) {
      return step.type() == CallEventType.ANSWERED;
    }
    return step.type() == CallEventType.DISCONNECTED
        || opened(step.index())
        || (ENDS.contains(step.type()) && visit.equals(concerned(step)));
  }

  /** Whoever waits before step k. */
  @Nullable Visit waiting(int before) {
    for (Visit visit : visits) {
      if (visit.step() < before && end(visit, before) == null) {
        return visit;
      }
    }
    return null;
  }

  /** Whether this step ended this wait. */
  boolean ended(@Nullable Visit visit, Step step) {
    return visit != null
        && end(visit, step.index()) == null
        && Objects.equals(end(visit, step.index() + 1), step);
  }

  String outcome(Visit visit, int before) {
    Step end = end(visit, before);
    if (end == null) {
      return "waiting";
    }
    long wait = end.at() - steps.get(visit.step()).at();
    if (opened(end.index()) && end.index() != visit.step()) {
      return "transferred";
    }
    return switch (end.type()) {
      case ANSWERED -> visit.patience().answered(wait);
      case ABANDONED, DISCONNECTED -> visit.patience().abandoned(wait);
      case TRANSFERRED -> "transferred";
      case OVERFLOWED -> "overflowed";
      case CALLBACK_REQUESTED -> "callback";
      case VOICEMAIL_LEFT -> "voicemail";
      case QUEUE_CLOSED -> "closed";
      case FAILED -> "failed";
      default -> throw new IllegalStateException("no end: " + end);
    };
  }

  List<Told.Visit> visits(CallLimits limits, long now) {
    return visits.stream().map(v -> told(v, limits, now)).toList();
  }

  private Told.Visit told(Visit visit, CallLimits limits, long now) {
    Step end = end(visit, steps.size());
    long entered = steps.get(visit.step()).at();
    long limit = entered + limits.waitMillis();
    boolean timedOut = end == null && now >= limit;
    return new Told.Visit(
        visit.number(),
        visit.region(),
        visit.queue(),
        entered,
        timedOut ? limit : end == null ? CallEvent.NEVER : end.at(),
        timedOut ? "failed" : outcome(visit, steps.size()),
        timedOut,
        visit.patience().threshold());
  }

  // ---- the line

  /** The step before k after which nobody was on the line any more; null while somebody is. */
  @Nullable Step lineDead(int before) {
    int lastCame = 0;
    for (Step step : steps.subList(0, before)) {
      if (opened(step.index()) || parts.begun(step.index())) {
        lastCame = step.index();
      }
    }
    for (Step step : steps.subList(lastCame, before)) {
      if (goes(step)) {
        return step;
      }
    }
    return null;
  }

  private boolean goes(Step step) {
    boolean gone =
        step.type() == CallEventType.DISCONNECTED
            || step.type() == CallEventType.AGENT_LEFT
            || TURNED_AWAY.contains(step.type())
            || (step.type() == CallEventType.CALLBACK_REQUESTED && ended(concerned(step), step))
            || (step.type() == CallEventType.WRAP_UP_ENDED && parts.endedAt(step));
    return gone && waiting(step.index() + 1) == null && parts.talking(step.index() + 1) == null;
  }

  long endedAt(CallLimits limits, long now) {
    Step dead = lineDead(steps.size());
    if (dead != null) {
      return dead.at();
    }
    Visit waiting = waiting(steps.size());
    Parts.Part talking = parts.talking(steps.size());
    long limit = CallEvent.NEVER;
    if (waiting != null) {
      limit = steps.get(waiting.step()).at() + limits.waitMillis();
    } else if (talking != null) {
      limit = steps.get(talking.step()).at() + limits.talkMillis();
    }
    return limit <= now ? limit : CallEvent.NEVER;
  }
}

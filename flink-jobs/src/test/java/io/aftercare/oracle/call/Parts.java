package io.aftercare.oracle.call;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.call.CallLimits;
import io.aftercare.oracle.call.InOrder.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What agents did. */
final class Parts {
  /**
   * One agent's part.
   *
   * @param step where the agent answered
   * @param number by which events call it
   */
  record Part(
      int step,
      int segment,
      int number,
      @Nullable String region,
      @Nullable String queue,
      @Nullable String agent) {}

  private final List<Step> steps;
  private final Reading reading;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Integer, Optional<Part>> about = new HashMap<>();

  Parts(List<Step> steps, Reading reading) {
    this.steps = steps;
    this.reading = reading;
  }

  /** Whether an agent comes on the line at this step, and for what. */
  void look(Step step) {
    if (step.type() != CallEventType.ANSWERED) {
      return;
    }
    Reading.Visit answered = answeredHere(step);
    if (answered != null) {
      add(step, answered.number(), answered.number(), answered.region(), answered.queue());
      return;
    }
    if (reading.waiting(step.index()) != null) {
      return;
    }
    Part talks = talking(step.index());
    boolean free =
        talks == null
            || (step.event().agentRef() != null && !step.event().agentRef().equals(talks.agent()));
    if (!free) {
      return;
    }
    Promises.Asked asked = reading.promises().called(step.index()) ? newest(step) : null;
    Reading.Visit about = reading.concerned(step);
    if (asked != null) {
      if (talks != null) {
        add(step, talks.segment(), talks.number(), talks.region(), talks.queue());
      } else {
        add(step, 0, step.event().segment(), asked.region(), asked.queue());
      }
    } else if (about != null && reading.outcome(about, step.index()).startsWith("answered")) {
      add(step, about.number(), about.number(), about.region(), about.queue());
    }
  }

  private Promises.@Nullable Asked newest(Step step) {
    return reading.promises().newest(step.index());
  }

  private Reading.@Nullable Visit answeredHere(Step step) {
    Reading.Visit opened = reading.openedAt(step.index());
    Reading.Visit about = opened != null ? opened : reading.concerned(step);
    return opened != null || reading.ended(about, step) ? about : null;
  }

  private void add(
      Step step, int segment, int number, @Nullable String region, @Nullable String queue) {
    parts.add(new Part(step.index(), segment, number, region, queue, step.event().agentRef()));
  }

  /** Whether a part began at this step. */
  boolean begun(int step) {
    return parts.stream().anyMatch(p -> p.step() == step);
  }

  /** The part that an event is about; the answer is kept, for it is asked again and again. */
  private @Nullable Part about(Step step) {
    Optional<Part> known = about.get(step.index());
    if (known == null) {
      known = Optional.ofNullable(search(step));
      about.put(step.index(), known);
    }
    return known.orElse(null);
  }

  /** Of those with its number (or all) the agent's own, else any; of these the newest. */
  private @Nullable Part search(Step step) {
    int number = step.event().segment();
    List<Part> candidates =
        parts.stream()
            .filter(p -> p.step() <= step.index() && (number == 0 || p.number() == number))
            .toList();
    List<Part> ofAgent =
        candidates.stream()
            .filter(p -> p.agent() != null && p.agent().equals(step.event().agentRef()))
            .toList();
    List<Part> likely = ofAgent.isEmpty() ? candidates : ofAgent;
    if (step.type() == CallEventType.WRAP_UP_ENDED) {
      List<Part> open = likely.stream().filter(p -> wrapsUp(p, step.index())).toList();
      likely = open.isEmpty() ? likely : open;
    }
    return likely.isEmpty() ? null : likely.get(likely.size() - 1);
  }

  private boolean wrapsUp(Part part, int before) {
    return end(part, before) != null
        && steps.subList(part.step() + 1, before).stream()
            .noneMatch(s -> s.type() == CallEventType.WRAP_UP_ENDED && isAbout(part, s));
  }

  private boolean isAbout(Part part, Step step) {
    return part.equals(about(step));
  }

  /** The step before k at which the agent left the line, or null. */
  private @Nullable Step end(Part part, int before) {
    for (Step step : steps.subList(Math.min(before, part.step() + 1), before)) {
      boolean left =
          switch (step.type()) {
            case DISCONNECTED -> true;
            case TRANSFERRED, AGENT_LEFT, WRAP_UP_ENDED -> isAbout(part, step);
            default -> reading.opened(step.index()) || begun(step.index());
          };
      if (left) {
        return step;
      }
    }
    return null;
  }

  /** Who is on the line before step k. */
  @Nullable Part talking(int before) {
    for (Part part : parts) {
      if (part.step() < before && end(part, before) == null) {
        return part;
      }
    }
    return null;
  }

  /** Whether an agent left the line at this step. */
  boolean endedAt(Step step) {
    return parts.stream()
        .filter(p -> p.step() < step.index())
        .anyMatch(p -> Objects.equals(end(p, step.index() + 1), step));
  }

  List<Told.Part> told(CallLimits limits, long now) {
    return parts.stream().map(p -> told(p, limits, now)).toList();
  }

  private Told.Part told(Part part, CallLimits limits, long now) {
    Step end = end(part, steps.size());
    long answered = steps.get(part.step()).at();
    long limit = answered + limits.talkMillis();
    boolean timedOut = end == null && now >= limit;
    long hold = stated(part, CallEvent::holdMillis).orElseGet(() -> held(part));
    Optional<Long> wrapUp = stated(part, CallEvent::wrapUpMillis);
    Step wrapped = first(part, CallEventType.WRAP_UP_ENDED);
    long rest = end == null ? 0 : Math.max(0, end.at() - answered - hold);
    return new Told.Part(
        part.segment(),
        part.region(),
        part.queue(),
        answered,
        timedOut ? limit : end == null ? CallEvent.NEVER : end.at(),
        stated(part, CallEvent::talkMillis).orElse(rest),
        hold,
        wrapUp.orElse(wrapped == null || end == null ? 0L : wrapped.at() - end.at()),
        settled(end, wrapped, wrapUp.isPresent(), limits, now),
        end != null
            && end.type() != CallEventType.AGENT_LEFT
            && end.type() != CallEventType.WRAP_UP_ENDED
            && end.type() != CallEventType.DISCONNECTED,
        timedOut);
  }

  private static long settled(
      @Nullable Step end, @Nullable Step wrapped, boolean stated, CallLimits limits, long now) {
    if (end == null) {
      return CallEvent.NEVER;
    }
    if (wrapped != null) {
      return wrapped.at();
    }
    long limit = end.at() + limits.wrapUpMillis();
    return stated ? end.at() : limit <= now ? limit : CallEvent.NEVER;
  }

  private @Nullable Step first(Part part, CallEventType type) {
    return steps.stream()
        .filter(s -> s.index() > part.step() && s.type() == type && isAbout(part, s))
        .findFirst()
        .orElse(null);
  }

  /** What the source measured itself: said last. */
  private Optional<Long> stated(Part part, ToLongFunction<CallEvent> span) {
    return steps.stream()
        .filter(s -> s.index() >= part.step())
        .filter(s -> span.applyAsLong(s.event()) != CallEvent.NOT_STATED && isAbout(part, s))
        .map(s -> span.applyAsLong(s.event()))
        .reduce((a, b) -> b);
  }

  /** How many ms lie between a HELD and a RETRIEVED (or the end): each of them counted once. */
  private long held(Part part) {
    Step end = end(part, steps.size());
    int until = end == null ? steps.size() : end.index();
    TreeSet<Long> edges = new TreeSet<>();
    List<long[]> spans = new ArrayList<>();
    for (Step held : steps.subList(part.step(), until)) {
      if (held.type() == CallEventType.HELD && isAbout(part, held)) {
        Step back =
            steps.subList(held.index(), until).stream()
                .filter(s -> s.type() == CallEventType.RETRIEVED && isAbout(part, s))
                .findFirst()
                .orElse(end);
        if (back != null) {
          spans.add(new long[] {held.at(), back.at()});
          edges.add(held.at());
          edges.add(back.at());
        }
      }
    }
    long sum = 0;
    Long from = edges.isEmpty() ? null : edges.first();
    while (from != null && edges.higher(from) != null) {
      long left = from;
      long right = edges.higher(from);
      boolean within = spans.stream().anyMatch(s -> s[0] <= left && right <= s[1]);
      sum += within ? right - left : 0;
      from = right;
    }
    return sum;
  }
}

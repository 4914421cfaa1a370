package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.Map;

/**
 * How long a clock may run: a target per priority, or until an instant that the event promised.
 *
 * @param source where the deadline comes from
 * @param targetMillis open time allowed per priority, ms; a priority without target opens no clock.
 *     Empty unless the source is {@link Source#TARGET}
 * @param graceMillis how long after the target the deadline is, ms
 * @param earlyMillis a stop more than this before the target is too early, ms; 0: none is
 */
public record Allowance(
    Source source, Map<Priority, Long> targetMillis, long graceMillis, long earlyMillis)
    implements Serializable {

  /** Where a deadline comes from. */
  public enum Source {
    /** Start plus the target of the ticket's priority, in open time without pauses. */
    TARGET,
    /** {@link Facts#dueAt}. */
    DUE_AT,
    /** {@link Facts#appointmentEnd}. */
    APPOINTMENT_END
  }

  /** Refuses what makes no sense; the message says why. */
  public Allowance {
    targetMillis = Map.copyOf(targetMillis);
    boolean targets = source == Source.TARGET;
    if (targets == targetMillis.isEmpty()) {
      throw new IllegalArgumentException(
          targets ? "has no targets" : "has targets and a deadline from the event; give one");
    }
    if (targetMillis.values().stream().anyMatch(t -> t < 1)) {
      throw new IllegalArgumentException("has a target below 1 ms");
    }
    if (graceMillis < 0 || earlyMillis < 0) {
      throw new IllegalArgumentException("has a negative grace or early span");
    }
    if (!targets && (graceMillis > 0 || earlyMillis > 0)) {
      throw new IllegalArgumentException("has grace or early without targets");
    }
  }

  /** The same target for every priority, also where none is known. */
  public static Allowance all(long millis) {
    Map<Priority, Long> targets = new java.util.EnumMap<>(Priority.class);
    for (Priority priority : Priority.values()) {
      targets.put(priority, millis);
    }
    return of(targets);
  }

  /** A target per priority. */
  public static Allowance of(Map<Priority, Long> targetMillis) {
    return new Allowance(Source.TARGET, targetMillis, 0, 0);
  }

  /** The deadline that an event promises. */
  public static Allowance until(Source source) {
    return new Allowance(source, Map.of(), 0, 0);
  }

  /** Whether the deadline is an instant that the event promised, not a span. */
  public boolean fixed() {
    return source != Source.TARGET;
  }

  /** Whether there is a deadline for these facts. */
  boolean covers(Facts facts) {
    return fixed() ? instant(facts) != Facts.NOT_DUE : targetMillis.containsKey(facts.priority());
  }

  /** The promised instant, ms; {@link Facts#NOT_DUE} if there is none or targets rule. */
  long instant(Facts facts) {
    return switch (source) {
      case TARGET -> Facts.NOT_DUE;
      case DUE_AT -> facts.dueAt();
      case APPOINTMENT_END -> facts.appointmentEnd();
    };
  }

  /** Open time until the deadline by target, ms. */
  long span(Facts facts) {
    Long target = targetMillis.get(facts.priority());
    if (target == null) {
      throw new IllegalStateException("no target for " + facts.priority());
    }
    return target + graceMillis;
  }

  /** Open time before which a stop is too early, ms; 0: none is. */
  long tooEarlyBefore(long span) {
    return earlyMillis == 0 ? 0 : Math.max(0, span - graceMillis - earlyMillis);
  }
}

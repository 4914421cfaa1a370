package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One promise: for the tickets that match, how long a clock may run.
 *
 * @param sla what is promised, e.g. {@code resolution}: the name on the ledger
 * @param slot {@code active}, or the name of a shadow that is judged beside it
 * @param metric what starts and stops the clock
 * @param channelClass only tickets of this class; null = all
 * @param targetMillis time allowed per priority, ms; a priority without target opens no clock
 * @param fromDueAt true: the deadline is the one that the source promised ({@link Facts#dueAt})
 */
public record Policy(
    String id,
    int version,
    String sla,
    String slot,
    ClockMetric metric,
    @Nullable ChannelClass channelClass,
    Map<Priority, Long> targetMillis,
    boolean fromDueAt)
    implements Serializable {

  /** The slot of the policies that count. */
  public static final String ACTIVE = "active";

  /** Checks what a file cannot get wrong silently. */
  public Policy {
    targetMillis = Map.copyOf(targetMillis);
    if (fromDueAt != targetMillis.isEmpty()) {
      throw new IllegalArgumentException(
          "policy " + id + ": give either targets or deadline: due_at, and not both");
    }
  }

  /** Whether a ticket with these facts is under this promise. */
  public boolean matches(Facts facts) {
    if (channelClass != null && channelClass != facts.channel().channelClass()) {
      return false;
    }
    return fromDueAt ? facts.dueAt() != Facts.NOT_DUE : targetMillis.containsKey(facts.priority());
  }

  /** The instant by which a clock started at {@code start} must stop, ms. */
  public long deadline(long start, Facts facts) {
    if (fromDueAt) {
      return facts.dueAt();
    }
    Long target = targetMillis.get(facts.priority());
    if (target == null) {
      throw new IllegalStateException("policy " + id + " does not match " + facts);
    }
    return start + target;
  }
}

package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of policies of which at any moment one applies to a ticket: the first, in file order,
 * whose version in force matches. All have one sla, slot and metric.
 */
public final class Promise implements Serializable {
  private static final long serialVersionUID = 1;

  private final String sla;
  private final String slot;
  private final ClockMetric metric;
  private final List<Versions<Policy>> policies;

  Promise(List<Versions<Policy>> policies) {
    Policy first = policies.get(0).first();
    this.sla = first.sla();
    this.slot = first.slot();
    this.metric = first.metric();
    this.policies = List.copyOf(policies);
  }

  /** What is promised. */
  public String sla() {
    return sla;
  }

  /** Active, or the shadow's name. */
  public String slot() {
    return slot;
  }

  /** What starts and stops its clocks. */
  public ClockMetric metric() {
    return metric;
  }

  /** The policy that a ticket with these facts is under at an instant, or null. */
  public @Nullable Policy match(Facts facts, long instant) {
    for (Versions<Policy> policy : policies) {
      Policy inForce = policy.at(instant);
      if (inForce != null && inForce.matches(facts)) {
        return inForce;
      }
    }
    return null;
  }

  /** Whether the clock is one of this promise's. */
  public boolean has(Clock clock) {
    return clock.sla().equals(sla) && clock.slot().equals(slot);
  }
}

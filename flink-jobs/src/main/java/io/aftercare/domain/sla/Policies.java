package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies in force, in file order; of a promise (sla and slot) the first match wins. */
public record Policies(List<Policy> all) implements Serializable {

  /** A name for a sequence of policies of which one applies to a ticket. */
  public record Promise(String sla, String slot, ClockMetric metric, List<Policy> policies) {

    /** The policy that a ticket with these facts is under, or null. */
    public @Nullable Policy match(Facts facts) {
      for (Policy policy : policies) {
        if (policy.matches(facts)) {
          return policy;
        }
      }
      return null;
    }
  }

  /** Keeps file order. */
  public Policies {
    all = List.copyOf(all);
  }

  /**
   * The promises in the order in which the file first names them.
   *
   * @throws IllegalArgumentException if two policies of one promise disagree on its metric
   */
  public List<Promise> promises() {
    Map<String, List<Policy>> bySlot = new LinkedHashMap<>();
    for (Policy policy : all) {
      bySlot
          .computeIfAbsent(policy.sla() + "/" + policy.slot(), k -> new ArrayList<>())
          .add(policy);
    }
    return bySlot.values().stream().map(Policies::promise).toList();
  }

  private static Promise promise(List<Policy> policies) {
    Policy first = policies.get(0);
    for (Policy other : policies) {
      if (other.metric() != first.metric()) {
        throw new IllegalArgumentException(
            "policies %s and %s are of sla %s but have the metrics %s and %s; one sla has one metric"
                .formatted(first.id(), other.id(), first.sla(), first.metric(), other.metric()));
      }
    }
    return new Promise(first.sla(), first.slot(), first.metric(), List.copyOf(policies));
  }
}

package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who takes in whom, over any number of merges: a ticket merged into a second that is merged into a
 * third is taken in by both, by the third when the later of the two merges happened. Chains end
 * where a ticket survives; a circle of merges ends where it closes, and nobody takes in itself.
 */
public final class Families {
  /** Begins the ids of the events that are made here. */
  private static final String ABSORBED = "aftercare/absorbed/";

  private final Merged merged;

  /** The merges that are known. */
  public interface Merged {
    /** Those of a ticket into others. */
    List<MergeFact> into(String child);

    /** The tickets that were merged into one. */
    List<String> children(String survivor);

    /** Replaces what is known of a merge, or adds it. */
    void put(MergeFact fact);
  }

  /** Families over these merges. */
  public Families(Merged merged) {
    this.merged = merged;
  }

  /**
   * Takes in a merge, new or told anew.
   *
   * @return what survivors are to know, one ABSORBED for each ticket that one of them takes in; one
   *     of a ticket that it does not take in after all has no start
   */
  public List<TicketEvent> take(MergeFact fact) {
    Set<String> concerned = below(fact.child());
    Map<String, Map<String, Long>> before = new TreeMap<>();
    concerned.forEach(ticket -> before.put(ticket, above(ticket)));
    merged.put(fact);
    List<TicketEvent> told = new ArrayList<>();
    for (String ticket : concerned) {
      Map<String, Long> survivors = above(ticket);
      survivors.forEach((survivor, at) -> told.add(absorbed(survivor, ticket, at)));
      before
          .getOrDefault(ticket, Map.of())
          .forEach(
              (survivor, at) -> {
                if (!survivors.containsKey(survivor)) {
                  told.add(event(survivor, ticket, at, Clock.NEVER, false));
                }
              });
    }
    return told;
  }

  /** A ticket and all that were merged into it, directly or not. */
  private Set<String> below(String ticket) {
    Set<String> found = new LinkedHashSet<>(List.of(ticket));
    Deque<String> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      for (String child : merged.children(next.remove())) {
        if (found.add(child)) {
          next.add(child);
        }
      }
    }
    return found;
  }

  /** Those that take in a ticket, and when: of several ways the one that is complete first. */
  private Map<String, Long> above(String ticket) {
    Map<String, Long> reached = new TreeMap<>(Map.of(ticket, Long.MIN_VALUE));
    Deque<String> next = new ArrayDeque<>(reached.keySet());
    while (!next.isEmpty()) {
      String child = next.remove();
      long since = reached.getOrDefault(child, Long.MIN_VALUE);
      for (MergeFact merge : merged.into(child)) {
        long at = Math.max(since, merge.at());
        if (at < reached.getOrDefault(merge.survivor(), Long.MAX_VALUE)) {
          reached.put(merge.survivor(), at);
          next.add(merge.survivor());
        }
      }
    }
    reached.remove(ticket);
    return reached;
  }

  private TicketEvent absorbed(String survivor, String child, long at) {
    MergeFact any = merged.into(child).get(0);
    return event(survivor, child, at, any.start(), any.contacted());
  }

  private static TicketEvent event(
      String survivor, String child, long at, long start, boolean contacted) {
    return new TicketEvent(
        ABSORBED + child,
        EventType.ABSORBED,
        survivor,
        TicketEvent.UNSEQUENCED,
        at,
        Clock.NEVER,
        contacted ? ActorType.CUSTOMER : ActorType.AGENT,
        true,
        Facts.NONE,
        SlaClaim.UNKNOWN,
        FollowUpOutcome.UNKNOWN,
        start,
        child,
        null,
        null);
  }
}

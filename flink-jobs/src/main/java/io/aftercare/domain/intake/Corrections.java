package io.aftercare.domain.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies corrections to the events that they correct. A correction that names another event of its
 * subject replaces its time and what it states, and is itself no event; of several, the one that
 * was recorded last counts. One that names no event, or one that has not been seen or that no
 * source sent, stands for itself. A correction may be corrected; a circle of corrections corrects
 * nothing, nor do corrections after which no event of a source would be left.
 */
public final class Corrections<E extends Amendable<E>> {
  private final Comparator<E> recorded =
      Comparator.<E>comparingLong(Amendable::recorded)
          .thenComparingLong(Amendable::sequence)
          .thenComparing(StreamEvent::eventId);
  private final Set<String> known = new HashSet<>();
  private final Map<String, E> corrections = new HashMap<>();

  private Corrections(Collection<E> events) {
    events.stream().filter(e -> !e.made()).forEach(e -> known.add(e.eventId()));
    for (E event : events) {
      String target = event.amends();
      if (target != null && known.contains(target)) {
        corrections.merge(target, event, (a, b) -> recorded.compare(a, b) < 0 ? b : a);
      }
    }
  }

  /** What really happened, of all events of one subject. */
  public static <E extends Amendable<E>> List<E> applied(Collection<E> events) {
    if (events.stream().allMatch(e -> e.amends() == null)) {
      return List.copyOf(events);
    }
    Corrections<E> all = new Corrections<>(events);
    List<E> happened = new ArrayList<>();
    for (E event : events) {
      String target = event.amends();
      if (target == null || !all.known.contains(target)) {
        happened.add(all.corrected(event, new HashSet<>()));
      }
    }
    boolean opens = happened.stream().anyMatch(e -> !e.made());
    return opens ? happened : List.copyOf(events);
  }

  private E corrected(E event, Set<String> seen) {
    E correction = corrections.get(event.eventId());
    return correction == null || !seen.add(event.eventId())
        ? event
        : event.amendedBy(corrected(correction, seen));
  }
}

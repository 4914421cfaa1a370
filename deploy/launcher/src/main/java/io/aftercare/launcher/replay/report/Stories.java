package io.aftercare.launcher.replay.report;

import io.aftercare.contract.Milestone;
import io.aftercare.contract.Verdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tickets of a replay as the verdict and milestone topics tell them. */
public final class Stories {
  private final RegionView view;
  private final Map<String, TicketStory> byTicket = new HashMap<>();
  private @Nullable Collection<TicketStory> sorted;

  public Stories(RegionView view) {
    this.view = view;
  }

  /** Adds a record of the verdict topic; call in topic order. */
  public void add(Verdict verdict) {
    of(verdict.getTicketId()).add(ClockRow.of(verdict, view));
  }

  /** Adds a record of the milestone topic; call in topic order. */
  public void add(Milestone milestone) {
    of(milestone.getTicketId()).add(Step.of(milestone, view), milestone.getRetracted());
  }

  private TicketStory of(String ticketId) {
    sorted = null;
    return byTicket.computeIfAbsent(ticketId, TicketStory::new);
  }

  /** By ticket id. */
  Collection<TicketStory> all() {
    if (sorted == null) {
      TreeMap<String, TicketStory> order = new TreeMap<>(CodePoints.ORDER);
      order.putAll(byTicket);
      sorted = order.values();
    }
    return sorted;
  }
}

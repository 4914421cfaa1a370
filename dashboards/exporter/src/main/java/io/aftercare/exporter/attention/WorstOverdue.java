package io.aftercare.exporter.attention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The clocks that are overdue longest: per region and promise the {@value #RANKS} with the earliest
 * deadlines, ties by ticket id and cycle. Of more than there is room for, those with the earliest
 * deadlines are served. A function of the list, so two replicas serve the same.
 *
 * @param served by region, sla and rank
 * @param leftOut how many there was no room for
 */
public record WorstOverdue(List<Ranked> served, int leftOut) {
  /** Clocks per region and promise. */
  public static final int RANKS = 5;

  /** Most of all: of 33 regions with 10 promises each. */
  public static final int MOST = RANKS * 10 * 33;

  private static final Comparator<Ranked> LONGEST_FIRST =
      Comparator.comparing(Ranked::deadline)
          .thenComparing(Ranked::ticketId)
          .thenComparing(Ranked::region)
          .thenComparing(Ranked::sla)
          .thenComparingInt(Ranked::cycle);

  private static final Comparator<Ranked> BY_SERIES =
      Comparator.comparing(Ranked::region)
          .thenComparing(Ranked::sla)
          .thenComparingInt(Ranked::rank);

  /**
   * An overdue clock.
   *
   * @param rank 1 for the one that is overdue longest in its region and promise
   */
  public record Ranked(
      String region, String sla, int rank, String ticketId, int cycle, Instant deadline) {
    Ranked ranked(int place) {
      return new Ranked(region, sla, place, ticketId, cycle, deadline);
    }
  }

  private record Group(String region, String sla) {}

  public WorstOverdue {
    served = List.copyOf(served);
  }

  /** The worst of these tickets, at most {@code room}. */
  public static WorstOverdue of(List<WatchedTicket> tickets, int room) {
    Map<Group, PriorityQueue<Ranked>> worst = new HashMap<>();
    for (WatchedTicket ticket : tickets) {
      for (WatchedClock clock : ticket.clocks()) {
        if (clock.overdue() && clock.deadline() != null) {
          Group group = new Group(ticket.region(), clock.sla());
          offer(worst.computeIfAbsent(group, g -> longestLast()), ranked(ticket, clock));
        }
      }
    }
    List<Ranked> all = new ArrayList<>();
    worst.values().forEach(group -> all.addAll(inOrder(group)));
    all.sort(LONGEST_FIRST);
    int kept = Math.max(0, Math.min(Math.min(room, MOST), all.size()));
    List<Ranked> served = new ArrayList<>(all.subList(0, kept));
    served.sort(BY_SERIES);
    return new WorstOverdue(served, all.size() - kept);
  }

  private static PriorityQueue<Ranked> longestLast() {
    return new PriorityQueue<>(LONGEST_FIRST.reversed());
  }

  private static void offer(PriorityQueue<Ranked> group, Ranked clock) {
    group.add(clock);
    if (group.size() > RANKS) {
      group.remove();
    }
  }

  private static List<Ranked> inOrder(PriorityQueue<Ranked> group) {
    List<Ranked> sorted = new ArrayList<>(group);
    sorted.sort(LONGEST_FIRST);
    for (int i = 0; i < sorted.size(); i++) {
      sorted.set(i, sorted.get(i).ranked(i + 1));
    }
    return sorted;
  }

  private static Ranked ranked(WatchedTicket ticket, WatchedClock clock) {
    Instant deadline = clock.latest();
    return new Ranked(ticket.region(), clock.sla(), 0, ticket.ticketId(), clock.cycle(), deadline);
  }
}

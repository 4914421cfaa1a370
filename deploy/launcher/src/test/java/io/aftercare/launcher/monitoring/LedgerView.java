package io.aftercare.launcher.monitoring;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockRole;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Verdict;
import io.aftercare.launcher.laws.TopicLog.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ledger topic says, read by itself: the last record of a clock is true.
 *
 * @param log all records, each ticket's in order
 */
record LedgerView(List<Told<Verdict>> log) {

  /** Breached clocks by region and sla, as {@code metro triage}. */
  SortedMap<String, Double> breaches() {
    Map<String, Verdict> last = new HashMap<>();
    log.forEach(each -> last.put(each.value().getClockId(), each.value()));
    return last.values().stream()
        .filter(LedgerView::isActive)
        .filter(each -> each.getVerdict() == ClockVerdict.BREACHED)
        .collect(
            Collectors.groupingBy(
                each -> each.getRegion() + " " + each.getSla(),
                TreeMap::new,
                Collectors.summingDouble(each -> 1)));
  }

  private static boolean isActive(Verdict clock) {
    return clock.getRole() == ClockRole.ACTIVE && clock.getChange() != ClockChange.REMOVED;
  }

  /**
   * Whether a ticket's clock was overdue in a region by what the topic held at some moment up to an
   * instant, but not long before it.
   */
  boolean wasOverdue(String ticket, String sla, String region, Instant until, Duration back) {
    boolean overdue = false;
    for (Told<Verdict> each : log) {
      Verdict clock = each.value();
      boolean asked = clock.getTicketId().equals(ticket) && clock.getSla().equals(sla);
      if (asked && each.at() <= until.toEpochMilli()) {
        if (overdue && each.at() >= until.minus(back).toEpochMilli()) {
          return true;
        }
        overdue = isOverdue(clock) && region.equals(clock.getRegion());
      }
    }
    return overdue;
  }

  private static boolean isOverdue(Verdict clock) {
    return isActive(clock)
        && clock.getVerdict() == ClockVerdict.BREACHED
        && clock.getStoppedAt() == null;
  }
}

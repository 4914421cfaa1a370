package io.aftercare.domain.complaint;

import io.aftercare.domain.window.Customers;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted in one bin of a region; not changed once made.
 *
 * @param heard events of any kind
 * @param complaints by what they are about
 * @param customers who complained, by category; no more are told apart than {@link Customers} can
 */
public record BinCounts(
    long heard, Map<Trait, Long> complaints, SortedMap<String, Customers> customers) {

  /** Nothing. */
  public static final BinCounts NOTHING = new BinCounts(0, Map.of(), new TreeMap<>());

  /** Nobody changes them. */
  public BinCounts {
    complaints = Collections.unmodifiableMap(complaints);
    customers = Collections.unmodifiableSortedMap(customers);
  }

  /** These, and what came or was taken back. */
  public BinCounts plus(CaseCount more) {
    Complaint complaint = more.complaint();
    if (complaint == null) {
      return new BinCounts(heard + more.more(), complaints, customers);
    }
    Map<Trait, Long> counts = new HashMap<>(complaints);
    Trait trait = Trait.of(complaint);
    long now = counts.getOrDefault(trait, 0L) + more.more();
    if (now == 0) {
      counts.remove(trait);
    } else {
      counts.put(trait, now);
    }
    SortedMap<String, Customers> who = new TreeMap<>(customers);
    Customers noted = new Customers();
    noted.note(complaint.customer(), more.more());
    who.merge(complaint.category(), new Customers().plus(noted), (all, one) -> all.plus(noted));
    return new BinCounts(heard, counts, who);
  }

  /** Complaints by category, and all together under {@link Family#TOTAL}. */
  public Map<String, Long> byCategory() {
    Map<String, Long> counts = new HashMap<>();
    long all = 0;
    for (Map.Entry<Trait, Long> each : complaints.entrySet()) {
      counts.merge(each.getKey().category(), each.getValue(), Long::sum);
      all += each.getValue();
    }
    if (!counts.isEmpty()) {
      counts.put(Family.TOTAL, all);
    }
    return counts;
  }
}

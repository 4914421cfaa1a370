package io.aftercare.domain.window;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose contributions a cell holds, and how many of each. It may know fewer customers than there
 * are, never more: only {@value #MOST} are told apart.
 */
public final class Customers {
  /** How many are told apart. */
  public static final int MOST = 64;

  private final TreeMap<Long, Long> counts;

  /** Nobody yet. */
  public Customers() {
    this(Map.of());
  }

  private Customers(Map<Long, Long> counts) {
    this.counts = new TreeMap<>(counts);
  }

  /** Counts exactly, and may so come below 0: what is to be added to others. */
  public void note(long customer, long more) {
    long now = counts.getOrDefault(customer, 0L) + more;
    if (now == 0) {
      counts.remove(customer);
    } else {
      counts.put(customer, now);
    }
  }

  /** Notes a contribution, if not of one more customer than anybody would know of. */
  public void noteIfRoom(long customer, int sign) {
    if (sign < 0 || counts.size() < MOST || counts.containsKey(customer)) {
      note(customer, sign);
    }
  }

  /**
   * Takes what was noted elsewhere. Who comes when there is no room is not known; who is not known
   * has nothing to be taken back.
   */
  public void take(Customers noted) {
    noted.counts.forEach(
        (customer, more) -> {
          Long known = counts.get(customer);
          if (known == null ? more > 0 && counts.size() < MOST : known + more > 0) {
            counts.put(customer, (known == null ? 0 : known) + more);
          } else if (known != null) {
            counts.remove(customer);
          }
        });
  }

  /** How many. */
  public int size() {
    return counts.size();
  }

  /** The contributions of each. */
  public SortedMap<Long, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** The same, apart. */
  public Customers copy() {
    return new Customers(counts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Customers that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}

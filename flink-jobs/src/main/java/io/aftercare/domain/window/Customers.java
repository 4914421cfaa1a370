package io.aftercare.domain.window;

import java.util.Arrays;

/**
 * Whose contributions there are, and how many of each. It may know fewer customers than there are,
 * never more: only {@value #MOST} are told apart. Customers change while they are noted; those that
 * were handed on never do.
 */
public final class Customers {
  /** How many are told apart. */
  public static final int MOST = 64;

  /** Nobody. */
  static final Customers NOBODY = new Customers();

  private long[] customers = new long[0];
  private long[] counts = new long[0];
  private int size;

  /** Counts exactly, and may so come below 0: what is to be added to others. */
  public void note(long customer, long more) {
    int at = Arrays.binarySearch(customers, 0, size, customer);
    if (at >= 0) {
      set(at, counts[at] + more);
    } else if (more != 0) {
      insertAt(-at - 1, customer, more);
    }
  }

  /** Notes a contribution, if not of one more customer than anybody would know of. */
  void noteIfRoom(long customer, int sign) {
    if (sign < 0 || size < MOST || count(customer) != 0) {
      note(customer, sign);
    }
  }

  /**
   * Together with what was noted elsewhere. Who comes when there is no room is not known; who is
   * not known has nothing to be taken back.
   */
  public Customers plus(Customers noted) {
    Customers all = this;
    boolean apart = false;
    for (int i = 0; i < noted.size; i++) {
      long known = all.count(noted.customers[i]);
      if (known > 0 || (noted.counts[i] > 0 && all.size < MOST)) {
        all = apart ? all : copy();
        apart = true;
        all.note(noted.customers[i], Math.max(noted.counts[i], -known));
      }
    }
    return all;
  }

  private Customers copy() {
    Customers copy = new Customers();
    copy.customers = Arrays.copyOf(customers, size);
    copy.counts = Arrays.copyOf(counts, size);
    copy.size = size;
    return copy;
  }

  private void set(int at, long count) {
    counts[at] = count;
    if (count == 0) {
      size--;
      System.arraycopy(customers, at + 1, customers, at, size - at);
      System.arraycopy(counts, at + 1, counts, at, size - at);
    }
  }

  private void insertAt(int at, long customer, long count) {
    if (size == customers.length) {
      int room = Math.max(4, size * 2);
      customers = Arrays.copyOf(customers, room);
      counts = Arrays.copyOf(counts, room);
    }
    System.arraycopy(customers, at, customers, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    customers[at] = customer;
    counts[at] = count;
    size++;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** The i-th of them; they rise. */
  public long customerAt(int i) {
    return customers[i];
  }

  /** The contributions of the i-th. */
  public long countAt(int i) {
    return counts[i];
  }

  /** The contributions of one; 0: he is not known. */
  public long count(long customer) {
    int at = Arrays.binarySearch(customers, 0, size, customer);
    return at < 0 ? 0 : counts[at];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Customers that
        && Arrays.equals(customers, 0, size, that.customers, 0, that.size)
        && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + Long.hashCode(customers[i]);
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(customers[i]).append('=').append(counts[i]).append(' ');
    }
    return text.toString().trim();
  }
}

package io.aftercare.domain.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which cells of an hour may be told apart. A cell of fewer than k customers is hidden in {@link
 * #OTHER}, and with it the smallest others until that is of two cells at least and of k customers
 * (or is all there is): the sum over all cells is known from the region's own windows, so what is
 * missing from it must never be one cell. Empty cells are not told of. It is decided once, for
 * hours that do not overlap and never change; else the difference of two answers would tell.
 */
final class Disclosure {
  /** Stands for the cells that are not told apart. */
  static final String OTHER = "other";

  private static final Comparator<Map.Entry<String, HourCell>> SMALLEST_FIRST =
      Comparator.<Map.Entry<String, HourCell>>comparingInt(cell -> customers(cell.getValue()))
          .thenComparing(Map.Entry::getKey);

  private final int smallestCell;

  /**
   * @param smallestCell how many customers a cell has at least that is told of
   */
  Disclosure(int smallestCell) {
    if (smallestCell < 1 || smallestCell > Customers.MOST) {
      throw new IllegalArgumentException(
          "a smallest cell is of 1 to %d customers, not %d"
              .formatted(Customers.MOST, smallestCell));
    }
    this.smallestCell = smallestCell;
  }

  /** What may be published of these cells. */
  SortedMap<String, Figures> of(Map<String, HourCell> cells) {
    List<Map.Entry<String, HourCell>> hidden = new ArrayList<>();
    Deque<Map.Entry<String, HourCell>> published = new ArrayDeque<>();
    cells.entrySet().stream()
        .filter(cell -> !cell.getValue().figures().isEmpty())
        .sorted(SMALLEST_FIRST)
        .forEach(
            cell -> {
              if (customers(cell.getValue()) < smallestCell) {
                hidden.add(cell);
              } else {
                published.add(cell);
              }
            });
    while (!hidden.isEmpty() && !published.isEmpty() && !enough(hidden)) {
      hidden.add(published.removeFirst());
    }
    SortedMap<String, Figures> told = new TreeMap<>();
    published.forEach(cell -> told.put(cell.getKey(), cell.getValue().figures()));
    if (!hidden.isEmpty()) {
      told.put(OTHER, together(hidden));
    }
    return told;
  }

  private boolean enough(List<Map.Entry<String, HourCell>> hidden) {
    Set<Long> customers = new HashSet<>();
    hidden.forEach(cell -> customers.addAll(cell.getValue().customers().counts().keySet()));
    return hidden.size() > 1 && customers.size() >= smallestCell;
  }

  private static Figures together(List<Map.Entry<String, HourCell>> cells) {
    Figures all = new Figures();
    cells.forEach(cell -> all.add(cell.getValue().figures()));
    return all;
  }

  private static int customers(HourCell cell) {
    return cell.customers().size();
  }
}

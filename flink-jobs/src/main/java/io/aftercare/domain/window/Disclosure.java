package io.aftercare.domain.window;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of an hour may be told by cell. Every {@link Kind} is a table of its own: a cell in which it
 * happened to fewer than k customers is hidden in {@link #OTHER}, and with it the smallest others
 * until that is of two cells at least in which it happened and of k customers (or is all there is):
 * the sum over all cells is known from the region's own windows, so what is missing from it must
 * never be one cell. Of an sla what hides one of met and breached hides both, and what either
 * needs. A kind that is missing in a cell did not happen there, or is hidden. It is decided once,
 * for hours that do not overlap and never change; else the difference of two answers would tell.
 */
final class Disclosure {
  /** Stands for the cells that are not told apart. */
  static final String OTHER = "other";

  private final int smallestCell;

  /**
   * @param smallestCell how many customers of a kind a cell has at least that it is told of
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
    boolean untold = cells.values().stream().anyMatch(HourCell::untold);
    SortedMap<String, Figures> told = new TreeMap<>();
    for (List<Kind> table : Kind.tables(slas(cells))) {
      Set<String> hidden = untold ? cells.keySet() : hidden(cells, table);
      for (Kind kind : table) {
        cells.forEach(
            (cell, hour) -> {
              String place = hidden.contains(cell) ? OTHER : cell;
              kind.add(told.computeIfAbsent(place, p -> new Figures()), kind.in(hour.figures()));
            });
      }
    }
    told.values().removeIf(Figures::isEmpty);
    return told;
  }

  private static Set<String> slas(Map<String, HourCell> cells) {
    Set<String> slas = new TreeSet<>();
    for (HourCell cell : cells.values()) {
      slas.addAll(cell.figures().met().keySet());
      slas.addAll(cell.figures().breached().keySet());
    }
    return slas;
  }

  /** Begins with what each kind hides alone: a kind that equals another hides no less. */
  private Set<String> hidden(Map<String, HourCell> cells, List<Kind> table) {
    Set<String> hidden = new HashSet<>();
    for (Kind kind : table) {
      Set<String> alone = new HashSet<>();
      cells.forEach(
          (cell, hour) -> {
            if (holds(hour, kind) && customers(hour, kind) < smallestCell) {
              alone.add(cell);
            }
          });
      widen(alone, cells, kind);
      hidden.addAll(alone);
    }
    boolean wider = true;
    while (wider) {
      wider = false;
      for (Kind kind : table) {
        wider |= widen(hidden, cells, kind);
      }
    }
    return hidden;
  }

  /** Hides the smallest others until enough of a kind is hidden; whether there were any. */
  private boolean widen(Set<String> hidden, Map<String, HourCell> cells, Kind kind) {
    Set<Long> customers = new HashSet<>();
    Deque<String> others = new ArrayDeque<>();
    int count = 0;
    for (String cell : smallestFirst(cells, kind)) {
      if (hidden.contains(cell)) {
        count++;
        note(cells, cell, kind, customers);
      } else {
        others.add(cell);
      }
    }
    boolean wider = false;
    while (count > 0 && !others.isEmpty() && (count == 1 || customers.size() < smallestCell)) {
      String next = others.removeFirst();
      hidden.add(next);
      count++;
      note(cells, next, kind, customers);
      wider = true;
    }
    return wider;
  }

  private static List<String> smallestFirst(Map<String, HourCell> cells, Kind kind) {
    return cells.entrySet().stream()
        .filter(cell -> holds(cell.getValue(), kind))
        .sorted(
            Comparator.<Map.Entry<String, HourCell>>comparingInt(
                    cell -> customers(cell.getValue(), kind))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void note(
      Map<String, HourCell> cells, String cell, Kind kind, Set<Long> customers) {
    HourCell hour = cells.get(cell);
    if (hour != null) {
      Customers known = hour.customers().of(kind);
      for (int i = 0; i < known.size(); i++) {
        customers.add(known.customerAt(i));
      }
    }
  }

  private static boolean holds(HourCell cell, Kind kind) {
    return kind.in(cell.figures()) != 0;
  }

  private static int customers(HourCell cell, Kind kind) {
    return cell.customers().of(kind).size();
  }
}

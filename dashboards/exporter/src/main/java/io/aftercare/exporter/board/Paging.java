package io.aftercare.exporter.board;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list that changes while it is read: a page begins after the place of the last row of
 * the one before, so no row that stays comes twice.
 *
 * @param after the place after which to begin; null: the first page
 */
public record Paging<P>(int limit, @Nullable P after) {

  /** Rows of one page, and the place of the last if more follow. */
  public record Page<T, P>(List<T> rows, @Nullable P last) {}

  /** The page of rows that are in the order of their places. */
  <T> Page<T, P> of(List<T> rows, Function<T, P> place, Comparator<P> order) {
    P begin = after;
    List<T> rest =
        begin == null
            ? rows
            : rows.stream().filter(row -> order.compare(place.apply(row), begin) > 0).toList();
    List<T> page = rest.subList(0, Math.min(limit, rest.size()));
    boolean more = page.size() < rest.size();
    return new Page<>(page, more ? place.apply(page.get(page.size() - 1)) : null);
  }
}

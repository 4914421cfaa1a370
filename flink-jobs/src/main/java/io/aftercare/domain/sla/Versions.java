package io.aftercare.domain.sla;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The versions of one thing, by the instant from which each is in force. */
final class Versions<T> implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<T> byTime;
  private final long[] from;
  private final int[] numbers;

  private Versions(List<T> byTime, long[] from, int[] numbers) {
    this.byTime = byTime;
    this.from = from;
    this.numbers = numbers;
  }

  /**
   * Sorts them.
   *
   * @throws IllegalArgumentException if a number stands twice, or a higher one is in force earlier
   */
  static <T> Versions<T> of(
      String what, List<T> versions, ToIntFunction<T> number, ToLongFunction<T> effectiveFrom) {
    List<T> sorted = new ArrayList<>(versions);
    sorted.sort(Comparator.comparingInt(number));
    for (int i = 1; i < sorted.size(); i++) {
      T before = sorted.get(i - 1);
      T after = sorted.get(i);
      if (number.applyAsInt(before) == number.applyAsInt(after)) {
        throw new IllegalArgumentException(
            what + " has version " + number.applyAsInt(after) + " twice");
      }
      if (effectiveFrom.applyAsLong(after) <= effectiveFrom.applyAsLong(before)) {
        throw new IllegalArgumentException(
            "%s: version %d is in force no later than version %d; give it a later effective_from"
                .formatted(what, number.applyAsInt(after), number.applyAsInt(before)));
      }
    }
    return new Versions<>(
        List.copyOf(sorted),
        sorted.stream().mapToLong(effectiveFrom).toArray(),
        sorted.stream().mapToInt(number).toArray());
  }

  /** The one in force at an instant, or null before the first. */
  @Nullable T at(long instant) {
    for (int i = from.length - 1; i >= 0; i--) {
      if (from[i] <= instant) {
        return byTime.get(i);
      }
    }
    return null;
  }

  /** The one of that number, or null. */
  @Nullable T numbered(int number) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == number) {
        return byTime.get(i);
      }
    }
    return null;
  }

  T first() {
    return byTime.get(0);
  }

  List<T> all() {
    return byTime;
  }
}

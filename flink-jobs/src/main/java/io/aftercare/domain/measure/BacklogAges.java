package io.aftercare.domain.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * How old open tickets are: their numbers by birth minute give, at any minute, how many are of what
 * age, and which is the oldest. Ages move with time, and time costs nothing but a look at the
 * minutes whose tickets grow out of an age.
 *
 * <p>Age = now - birth, both whole minutes; ages are {@code [a, b)}. A ticket not born yet is of
 * the youngest age.
 */
public final class BacklogAges {
  private static final long HOUR = 60;
  private static final List<String> LABELS =
      List.of("under_4h", "4h_to_24h", "1d_to_3d", "over_3d");

  /** Where each age but the youngest begins, minutes. */
  private static final long[] FROM = {4 * HOUR, 24 * HOUR, 72 * HOUR};

  private record Owner(String region, String priority) {}

  private final Map<Owner, NavigableMap<Long, Long>> births = new HashMap<>();
  private final Map<String, long[]> ages = new HashMap<>();

  /** Whole minutes since 1970; 0 until it is told. */
  private long now;

  /** Whether it was told what time it is. */
  public boolean knowsTime() {
    return now > 0;
  }

  /** Of these tickets there were some. */
  public void know(String region, String priority) {
    Owner owner = new Owner(region, priority);
    births.computeIfAbsent(owner, o -> new TreeMap<>());
    agesOf(owner);
  }

  /** Tickets came or left. */
  public void add(BirthChange change) {
    Owner owner = new Owner(change.region(), change.priority());
    births
        .computeIfAbsent(owner, o -> new TreeMap<>())
        .merge(change.birthMinute(), change.more(), BacklogAges::sum);
    agesOf(owner)[age(change.birthMinute())] += change.more();
  }

  /** Null, which removes, for none. */
  @SuppressWarnings("NullAway") // a map's merge takes null for "remove"
  private static Long sum(Long a, Long b) {
    long sum = a + b;
    return sum == 0 ? null : Long.valueOf(sum);
  }

  private long[] agesOf(Owner owner) {
    return ages.computeIfAbsent(owner.region(), region -> new long[LABELS.size()]);
  }

  private int age(long birth) {
    int age = 0;
    while (age < FROM.length && now - birth >= FROM[age]) {
      age++;
    }
    return age;
  }

  /** Time went on to a later minute. */
  public void advance(long minute) {
    if (minute <= now) {
      return;
    }
    births.forEach(
        (owner, minutes) -> {
          long[] counts = agesOf(owner);
          for (int age = 0; age < FROM.length; age++) {
            for (long grown :
                minutes.subMap(now - FROM[age], false, minute - FROM[age], true).values()) {
              counts[age] -= grown;
              counts[age + 1] += grown;
            }
          }
        });
    now = minute;
  }

  /** Whether no ticket is open. */
  public boolean isEmpty() {
    return births.values().stream().allMatch(Map::isEmpty);
  }

  /** Every series there ever was a ticket for, with its level now. */
  public void tell(BiConsumer<Series, Total> out) {
    ages.forEach(
        (region, counts) -> {
          for (int age = 0; age < counts.length; age++) {
            out.accept(
                new Series(Measure.BACKLOG_AGED_TICKETS, List.of(region, LABELS.get(age))),
                new Total(counts[age], List.of()));
          }
        });
    births.forEach(
        (owner, minutes) ->
            out.accept(
                new Series(Measure.BACKLOG_OLDEST, List.of(owner.region(), owner.priority())),
                oldest(minutes)));
  }

  private static Total oldest(NavigableMap<Long, Long> minutes) {
    for (Map.Entry<Long, Long> each : minutes.entrySet()) {
      if (each.getValue() > 0) {
        return new Total(each.getKey() * BirthChange.MINUTE_MILLIS, List.of());
      }
    }
    return Total.ABSENT;
  }
}

package io.aftercare.domain.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * From everything that is published, of all windows and all hours, together and in the order in
 * which it was said, no count of a hidden cell follows; nor that of one minute or of one event in
 * any cell. The same attacker finds them if cells are published in a weaker way.
 *
 * <p>The unknowns are, of each contribution that came, how much it added to each priority and to
 * each channel class. He is given more than he has: the minute of each, and which hours are told of
 * what.
 */
class RecoveryTest {
  private static final long MINUTE = Recount.MINUTE;
  private static final long HOUR = 60 * MINUTE;
  private static final int K = 5;
  private static final List<String> PRIORITIES = List.of("p1", "p2", "p3", "p4");
  private static final List<String> CLASSES = List.of("live", "async");
  private static final int CELLS = PRIORITIES.size() + CLASSES.size();

  private final List<Contribution> came = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();

  /** What was said, and how many contributions had come by then. */
  private record Said(WindowEntry entry, int after) {}

  @Test
  void noHiddenCellFollowsFromAllThatIsPublished() {
    SplittableRandom random = new SplittableRandom(20260903);
    int hidden = 0;
    int told = 0;
    for (int round = 0; round < 12; round++) {
      came.clear();
      said.clear();
      ZoneId zone = ZoneId.of(round % 2 == 0 ? "UTC" : "Australia/Lord_Howe");
      publish(random, zone);
      Attacker attacker = new Attacker();
      learnStructure(attacker);
      said.forEach(each -> learn(attacker, each));
      for (Dimension by : List.of(Dimension.PRIORITY, Dimension.CHANNEL_CLASS)) {
        for (long hour : hours(zone)) {
          for (String cell : cells(by)) {
            Set<Integer> count = unknowns(by, cell, i -> inHour(i, hour, zone));
            boolean isTold = told(by, cell, hour);
            if (isTold) {
              told++;
              assertThat(attacker.determines(count)).isTrue(); // he can add and subtract
            } else if (customers(by, cell, hour, zone) > 0) {
              hidden++;
              assertThat(attacker.determines(count))
                  .describedAs("round %d: %s %s", round, cell, Instant.ofEpochMilli(hour))
                  .isFalse();
            }
          }
        }
      }
      for (int i = 0; i < came.size(); i++) {
        int one = i;
        assertThat(attacker.determines(unknowns(Dimension.PRIORITY, "p1", j -> j == one)))
            .isFalse();
        assertThat(
                attacker.determines(
                    unknowns(Dimension.PRIORITY, "p1", j -> minute(j) == minute(one))))
            .isFalse();
      }
    }
    assertThat(hidden).isGreaterThan(50);
    assertThat(told).isGreaterThan(50);
  }

  @Test
  void withoutTheSecondHiddenCellTheFirstIsTheDifference() {
    came.addAll(contributions("p1", 0, 2));
    came.addAll(contributions("p2", 0, 6));
    came.addAll(contributions("p3", 0, 7));
    came.addAll(contributions("p4", 0, 8));
    Attacker attacker = new Attacker();
    learnStructure(attacker);
    attacker.learnSum(all(i -> true));
    for (String cell : List.of("p2", "p3", "p4")) {
      attacker.learnSum(unknowns(Dimension.PRIORITY, cell, i -> true));
    }
    assertThat(attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> true))).isTrue();
  }

  @Test
  void aCorrectedCellGivesAwayWhoCorrectedIt() {
    came.addAll(contributions("p1", 0, 6));
    came.addAll(contributions("p1", MINUTE, 1));
    Attacker attacker = new Attacker();
    learnStructure(attacker);
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> i < 6));
    assertThat(attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> i == 6))).isFalse();
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> true));
    assertThat(attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> i == 6))).isTrue();
  }

  @Test
  void slidingCellsGiveAwayWhatEntersThem() {
    came.addAll(contributions("p1", 0, 6));
    came.addAll(contributions("p1", 30 * MINUTE, 1));
    Attacker attacker = new Attacker();
    learnStructure(attacker);
    Predicate<Long> firstHour = minute -> minute < 30 * MINUTE;
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> firstHour.test(minute(i))));
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> minute(i) < 31 * MINUTE));
    assertThat(
            attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> minute(i) == 30 * MINUTE)))
        .isTrue();
  }

  /** Some hours with much and little in them; a tenth is late, and some is taken back. */
  private void publish(SplittableRandom random, ZoneId zone) {
    WindowTerms terms = new WindowTerms(region -> zone, HOUR, K);
    Windows windows = new Windows(terms, new Kept(), Windows.BEGINNING);
    long now = Instant.parse("2026-04-04T11:20:00Z").toEpochMilli();
    for (int i = 0; i < 130; i++) {
      now += random.nextInt(40) == 0 ? random.nextLong(8 * HOUR) : random.nextLong(10 * MINUTE);
      windows.advance(now, this::hear);
      Contribution c = contribution(random, now);
      if (random.nextInt(10) == 0) {
        c = contribution(random, now - random.nextLong(HOUR));
      } else if (random.nextInt(20) == 0 && !came.isEmpty()) {
        Contribution recent = came.get(came.size() - 1);
        c = recent.sign() > 0 ? recent.back() : c;
      }
      if (windows.add(Parts.of(c), now, this::hear)) {
        came.add(c);
      }
    }
    windows.advance(now + 60 * HOUR, this::hear);
  }

  private static Contribution contribution(SplittableRandom random, long at) {
    String priority = PRIORITIES.get(Math.min(random.nextInt(4), random.nextInt(4)));
    return new Contribution(
        at,
        "north",
        priority,
        CLASSES.get(random.nextInt(3) / 2),
        random.nextLong(25),
        What.CREATED,
        "",
        0,
        1);
  }

  private void hear(WindowEntry entry) {
    said.add(new Said(entry, came.size()));
  }

  /** What each added to priorities and what it added to channel classes is the same. */
  private void learnStructure(Attacker attacker) {
    for (int i = 0; i < came.size(); i++) {
      int one = i;
      attacker.learnEqual(all(j -> j == one), classes(j -> j == one));
    }
  }

  private void learn(Attacker attacker, Said s) {
    WindowEntry e = s.entry();
    if (e.dimension() == Dimension.REGION) {
      Set<Integer> sum = all(i -> i < s.after() && minute(i) >= e.start() && minute(i) < e.end());
      assertThat(e.figures().count(What.CREATED)).isEqualTo(value(sum));
      attacker.learnSum(sum);
      return;
    }
    Set<Integer> sum = new HashSet<>();
    for (Said hour : said) {
      WindowEntry h = hour.entry();
      if (h.dimension() == e.dimension()
          && h.cell().equals(e.cell())
          && h.span().equals("1h")
          && h.start() >= e.start()
          && h.end() <= e.end()) {
        sum.addAll(toldOf(h));
      }
    }
    assertThat(e.figures().count(What.CREATED)).isEqualTo(value(sum));
    attacker.learnSum(sum);
  }

  /** A cell; or, of "other", all that are not told of by name. */
  private Set<Integer> toldOf(WindowEntry hour) {
    IntPredicate within = i -> minute(i) >= hour.start() && minute(i) < hour.end();
    if (!hour.cell().equals(Disclosure.OTHER)) {
      return unknowns(hour.dimension(), hour.cell(), within);
    }
    Set<Integer> rest = new HashSet<>();
    for (String cell : cells(hour.dimension())) {
      if (!told(hour.dimension(), cell, hour.start())) {
        rest.addAll(unknowns(hour.dimension(), cell, within));
      }
    }
    return rest;
  }

  private boolean told(Dimension by, String cell, long hour) {
    return said.stream()
        .map(Said::entry)
        .anyMatch(
            e ->
                e.dimension() == by
                    && e.cell().equals(cell)
                    && e.span().equals("1h")
                    && e.start() == hour);
  }

  private Set<Long> hours(ZoneId zone) {
    Set<Long> hours = new LinkedHashSet<>();
    for (int i = 0; i < came.size(); i++) {
      hours.add(new LocalDays(zone).hourOf(minute(i)));
    }
    return hours;
  }

  private boolean inHour(int i, long hour, ZoneId zone) {
    return new LocalDays(zone).hourOf(minute(i)) == hour;
  }

  private long customers(Dimension by, String cell, long hour, ZoneId zone) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < came.size(); i++) {
      if (inHour(i, hour, zone) && cellOf(came.get(i), by).equals(cell)) {
        counts.merge(came.get(i).customer(), came.get(i).sign(), Integer::sum);
      }
    }
    return counts.values().stream().filter(count -> count > 0).count();
  }

  private static String cellOf(Contribution c, Dimension by) {
    return by == Dimension.PRIORITY ? c.priority() : c.channelClass();
  }

  private static List<String> cells(Dimension by) {
    return by == Dimension.PRIORITY ? PRIORITIES : CLASSES;
  }

  private long minute(int i) {
    return Math.floorDiv(came.get(i).at(), MINUTE) * MINUTE;
  }

  private long value(Set<Integer> unknowns) {
    return unknowns.stream()
        .mapToLong(
            unknown -> {
              Contribution c = came.get(unknown / CELLS);
              int cell = unknown % CELLS;
              boolean here =
                  cell < PRIORITIES.size()
                      ? PRIORITIES.get(cell).equals(c.priority())
                      : CLASSES.get(cell - PRIORITIES.size()).equals(c.channelClass());
              return here ? c.sign() : 0;
            })
        .sum();
  }

  private Set<Integer> all(IntPredicate which) {
    Set<Integer> all = new HashSet<>();
    PRIORITIES.forEach(cell -> all.addAll(unknowns(Dimension.PRIORITY, cell, which)));
    return all;
  }

  private Set<Integer> classes(IntPredicate which) {
    Set<Integer> all = new HashSet<>();
    CLASSES.forEach(cell -> all.addAll(unknowns(Dimension.CHANNEL_CLASS, cell, which)));
    return all;
  }

  private Set<Integer> unknowns(Dimension by, String cell, IntPredicate which) {
    int place =
        by == Dimension.PRIORITY
            ? PRIORITIES.indexOf(cell)
            : PRIORITIES.size() + CLASSES.indexOf(cell);
    Set<Integer> unknowns = new HashSet<>();
    for (int i = 0; i < came.size(); i++) {
      if (which.test(i)) {
        unknowns.add(i * CELLS + place);
      }
    }
    return unknowns;
  }

  private static List<Contribution> contributions(String priority, long at, int count) {
    List<Contribution> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Contribution(at, "north", priority, "live", i, What.CREATED, "", 0, 1));
    }
    return all;
  }
}

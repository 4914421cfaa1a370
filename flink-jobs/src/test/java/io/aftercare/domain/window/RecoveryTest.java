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
import org.junit.jupiter.api.Test;

/**
 * From everything that is published, of all windows and all hours together, no count of a kind in a
 * hidden cell follows; nor that of one minute or of one contribution in any cell. The same attacker
 * finds them if cells are published in a weaker way.
 *
 * <p>The unknowns are, of each contribution that came, how much it added to each priority and to
 * each channel class. He is given more than he has: of each its kind, its minute, how long it took
 * and that it came at all, by which he knows every window of the region; and which hours are told
 * of what.
 */
class RecoveryTest {
  private static final long MINUTE = Recount.MINUTE;
  private static final long HOUR = 60 * MINUTE;
  private static final int K = 5;
  private static final List<String> PRIORITIES = List.of("p1", "p2", "p3", "p4");
  private static final List<String> CLASSES = List.of("live", "async");
  private static final int CELLS = PRIORITIES.size() + CLASSES.size();
  private static final List<List<Kind>> TABLES = Kind.tables(Set.of("first", "triage"));

  private final List<Contribution> came = new ArrayList<>();
  private final List<WindowEntry> cells = new ArrayList<>();
  private ZoneId zone = ZoneId.of("UTC");

  @Test
  void noHiddenCountFollowsFromAllThatIsPublished() {
    Map<Kind, Integer> hidden = new HashMap<>();
    Map<Kind, Integer> told = new HashMap<>();
    for (int round = 0; round < 12; round++) {
      publish(round);
      Attacker attacker = attacker();
      cells.forEach(cell -> learn(attacker, cell));
      for (Count count : counts()) {
        boolean isTold = told(count);
        if (isTold || customers(count) > 0) {
          (isTold ? told : hidden).merge(count.kind(), 1, Integer::sum);
          assertThat(attacker.determines(unknowns(count))) // what is told he can add and subtract
              .describedAs("round %d: %s", round, count)
              .isEqualTo(isTold);
        }
      }
      nothingFollowsOfOne(attacker);
    }
    assertThat(told.values().stream().filter(n -> n > 10)).hasSizeGreaterThan(4);
    assertThat(hidden).hasSize(7).allSatisfy((kind, n) -> assertThat(n).isGreaterThan(20));
  }

  /** But that none of a table that is told is in a cell of which 0 is told. */
  private void nothingFollowsOfOne(Attacker attacker) {
    for (int i = 0; i < came.size(); i++) {
      int one = i;
      for (String cell : PRIORITIES) {
        Count count = new Count(Dimension.PRIORITY, hour(one), cell, kind(one));
        boolean none =
            count.kind().what().isVerdict() && told(count) && value(unknowns(count)) == 0;
        IntPredicate its = j -> kind(j).equals(kind(one)) && minute(j) == minute(one);
        for (IntPredicate which : List.<IntPredicate>of(j -> j == one, its)) {
          Set<Integer> unknowns = unknowns(Dimension.PRIORITY, cell, which);
          assertThat(attacker.determines(unknowns) && !(none && value(unknowns) == 0)).isFalse();
        }
      }
    }
  }

  /** Counted afresh, not as it was noted. */
  @Test
  void whatIsToldOfACellIsOfFiveCustomersAndWhatIsNotIsOfTwoCellsOrAllThereIs() {
    int checked = 0;
    for (int round = 12; round < 24; round++) {
      publish(round);
      for (WindowEntry hour : hours()) {
        assertThat(hour.figures().count(What.EVENT)).isZero();
        assertThat(hour.figures().firstResponse()).isEqualTo(new Sketch());
        assertThat(hour.figures().resolution()).isEqualTo(new Sketch());
        for (List<Kind> table : TABLES) {
          for (Kind kind : table) {
            long times = kind.in(hour.figures());
            Set<Integer> of = toldOf(hour, kind);
            assertThat(times).isEqualTo(value(of));
            if (times != 0 && !hour.cell().equals(Disclosure.OTHER)) {
              assertThat(customers(new Count(hour.dimension(), hour.start(), hour.cell(), kind)))
                  .isGreaterThanOrEqualTo(K);
              checked++;
            } else if (times != 0) {
              otherIsEnough(hour, kind);
            }
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(300);
  }

  private void otherIsEnough(WindowEntry hour, Kind kind) {
    List<Count> there =
        counts().stream()
            .filter(c -> c.by() == hour.dimension() && c.hour() == hour.start())
            .filter(c -> c.kind().equals(kind) && value(unknowns(c)) != 0)
            .toList();
    List<Count> hidden = there.stream().filter(c -> !told(c)).toList();
    if (hidden.size() < there.size()) {
      assertThat(hidden).hasSizeGreaterThan(1);
      Set<Long> customers = new HashSet<>();
      hidden.forEach(c -> customers.addAll(whose(c)));
      assertThat(customers).hasSizeGreaterThanOrEqualTo(K);
    }
  }

  /** As it was once: a cell of five customers in all told how many of each kind it had. */
  @Test
  void whereALargeCellTellsAllKindsRareOnesAreGivenAway() {
    int found = 0;
    for (int round = 0; round < 4; round++) {
      publish(round);
      Attacker attacker = attacker();
      for (Count count : counts()) {
        if (inAll(count) >= K) {
          attacker.learnSum(unknowns(count));
        }
      }
      found += determinedOfFewerThanK(attacker);
    }
    assertThat(found).isGreaterThan(50);
  }

  @Test
  void whereACellTellsItsEventsTheKindThatIsHiddenIsTheRest() {
    came.addAll(contributions("p1", 0, 6));
    came.addAll(contributions("p2", 0, 7));
    for (String priority : List.of("p1", "p2")) {
      came.add(new Contribution(0, "north", priority, "live", 1, What.CANCELLED, "", 0, 1));
    }
    IntPredicate created = i -> came.get(i).what() == What.CREATED;
    Attacker attacker = attacker();
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", created));
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p2", created));
    Set<Integer> cancelled = unknowns(Dimension.PRIORITY, "p1", created.negate());
    assertThat(attacker.determines(cancelled)).isFalse();
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> true));
    assertThat(attacker.determines(cancelled)).isTrue();
  }

  /** Of what is told of resolutions, the buckets of how long they took, as it was once. */
  @Test
  void whereDurationsAreToldTheyNameTheTicket() {
    Kind resolved = new Kind(What.RESOLVED, "");
    int found = 0;
    for (int round = 0; round < 4; round++) {
      publish(round);
      Attacker attacker = attacker();
      for (WindowEntry hour : hours()) {
        Set<Integer> of = toldOf(hour, resolved);
        Map<Sketch, Set<Integer>> buckets = new HashMap<>();
        for (int unknown : of) {
          Sketch one = new Sketch();
          one.add(came.get(unknown / CELLS).millis(), 1);
          Sketch bucket = new Sketch();
          bucket.addBucket(one.bucketAt(0), 1);
          buckets.computeIfAbsent(bucket, b -> new HashSet<>()).add(unknown);
        }
        if (kindsTold(hour, resolved)) {
          buckets.values().forEach(attacker::learnSum);
        }
      }
      for (int i = 0; i < came.size(); i++) {
        int one = i;
        if (attacker.determines(unknowns(Dimension.PRIORITY, "p1", j -> j == one))) {
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  private static boolean kindsTold(WindowEntry hour, Kind kind) {
    return kind.in(hour.figures()) != 0;
  }

  @Test
  void withoutTheSecondHiddenCellTheFirstIsTheDifference() {
    came.addAll(contributions("p1", 0, 2));
    came.addAll(contributions("p2", 0, 6));
    came.addAll(contributions("p3", 0, 7));
    came.addAll(contributions("p4", 0, 8));
    Attacker attacker = attacker();
    for (String cell : List.of("p2", "p3", "p4")) {
      attacker.learnSum(unknowns(Dimension.PRIORITY, cell, i -> true));
    }
    assertThat(attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> true))).isTrue();
  }

  @Test
  void aCorrectedCellGivesAwayWhoCorrectedIt() {
    came.addAll(contributions("p1", 0, 6));
    came.addAll(contributions("p1", MINUTE, 1));
    Attacker attacker = attacker();
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> i < 6));
    assertThat(attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> i == 6))).isFalse();
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> true));
    assertThat(attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> i == 6))).isTrue();
  }

  @Test
  void slidingCellsGiveAwayWhatEntersThem() {
    came.addAll(contributions("p1", 0, 6));
    came.addAll(contributions("p1", 30 * MINUTE, 1));
    Attacker attacker = attacker();
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> minute(i) < 30 * MINUTE));
    attacker.learnSum(unknowns(Dimension.PRIORITY, "p1", i -> minute(i) < 31 * MINUTE));
    assertThat(
            attacker.determines(unknowns(Dimension.PRIORITY, "p1", i -> minute(i) == 30 * MINUTE)))
        .isTrue();
  }

  /** How often something happened in a cell in an hour. */
  private record Count(Dimension by, long hour, String cell, Kind kind) {}

  /** Some hours with much and little in them; a tenth is late, and some is taken back. */
  private void publish(int round) {
    SplittableRandom random = new SplittableRandom(20260903 + round);
    zone = ZoneId.of(round % 2 == 0 ? "UTC" : "Australia/Lord_Howe");
    came.clear();
    cells.clear();
    WindowTerms terms = new WindowTerms(region -> zone, HOUR, K);
    Windows windows = new Windows(terms, new Kept(), Windows.BEGINNING);
    long now = Instant.parse("2026-04-04T11:20:00Z").toEpochMilli();
    for (int i = 0; i < 500; i++) {
      now += random.nextInt(60) == 0 ? random.nextLong(8 * HOUR) : random.nextLong(MINUTE);
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
    What[] often = {What.CREATED, What.FIRST_RESPONSE, What.RESOLVED, What.SLA_MET};
    What[] rare = {What.CANCELLED, What.REOPENED, What.SLA_BREACHED, What.EVENT};
    What[] from = random.nextInt(6) == 0 ? rare : often;
    What what = from[random.nextInt(from.length)];
    boolean spans = what == What.RESOLVED || what == What.FIRST_RESPONSE;
    return new Contribution(
        at,
        "north",
        priority,
        CLASSES.get(random.nextInt(3) / 2),
        random.nextLong(40),
        what,
        what.isVerdict() ? "triage" : "",
        spans ? random.nextLong(8 * HOUR) : 0,
        1);
  }

  private void hear(WindowEntry entry) {
    if (entry.dimension() != Dimension.REGION) {
      cells.add(entry);
    }
  }

  /**
   * Each contribution is known to have come, and what each added to priorities and what it added to
   * channel classes is the same.
   */
  private Attacker attacker() {
    Attacker attacker = new Attacker();
    for (int i = 0; i < came.size(); i++) {
      int one = i;
      attacker.learnSum(all(Dimension.PRIORITY, j -> j == one));
      attacker.learnSum(all(Dimension.CHANNEL_CLASS, j -> j == one));
    }
    return attacker;
  }

  private void learn(Attacker attacker, WindowEntry e) {
    for (List<Kind> table : TABLES) {
      boolean isTold = table.stream().anyMatch(kind -> kindsTold(e, kind));
      for (Kind kind : table) {
        Set<Integer> sum = new HashSet<>();
        for (WindowEntry h : hours()) {
          if (h.dimension() == e.dimension()
              && h.cell().equals(e.cell())
              && h.start() >= e.start()
              && h.end() <= e.end()
              && table.stream().anyMatch(k -> kindsTold(h, k))) {
            sum.addAll(toldOf(h, kind));
          }
        }
        if (isTold && !sum.isEmpty()) {
          assertThat(kind.in(e.figures())).isEqualTo(value(sum));
          attacker.learnSum(sum);
        }
      }
    }
  }

  private List<WindowEntry> hours() {
    return cells.stream().filter(cell -> cell.span().equals("1h")).toList();
  }

  /** A cell; or, of "other", all that are not told of by name. Nothing, if the kind is not told. */
  private Set<Integer> toldOf(WindowEntry hour, Kind kind) {
    Set<Integer> of = new HashSet<>();
    for (String cell : names(hour.dimension())) {
      Count count = new Count(hour.dimension(), hour.start(), cell, kind);
      if (hour.cell().equals(Disclosure.OTHER) ? !told(count) : hour.cell().equals(cell)) {
        if (hour.cell().equals(Disclosure.OTHER) || told(count)) {
          of.addAll(unknowns(count));
        }
      }
    }
    return of;
  }

  /** Of a table that is told a 0 is one. */
  private boolean told(Count count) {
    List<Kind> table =
        TABLES.stream().filter(t -> t.contains(count.kind())).findFirst().orElseThrow();
    return hours().stream()
        .filter(e -> e.dimension() == count.by() && e.cell().equals(count.cell()))
        .filter(e -> e.start() == count.hour())
        .anyMatch(e -> table.stream().anyMatch(kind -> kindsTold(e, kind)));
  }

  private List<Count> counts() {
    Set<Long> hours = new LinkedHashSet<>();
    for (int i = 0; i < came.size(); i++) {
      hours.add(hour(i));
    }
    List<Count> counts = new ArrayList<>();
    for (Dimension by : List.of(Dimension.PRIORITY, Dimension.CHANNEL_CLASS)) {
      for (long hour : hours) {
        for (String cell : names(by)) {
          TABLES.forEach(
              table -> table.forEach(kind -> counts.add(new Count(by, hour, cell, kind))));
        }
      }
    }
    return counts;
  }

  private int determinedOfFewerThanK(Attacker attacker) {
    int found = 0;
    for (Count count : counts()) {
      long customers = customers(count);
      if (customers > 0 && customers < K && attacker.determines(unknowns(count))) {
        found++;
      }
    }
    return found;
  }

  private long customers(Count count) {
    return whose(count).size();
  }

  private Set<Long> whose(Count count) {
    return whose(
        i ->
            cellOf(came.get(i), count.by()).equals(count.cell())
                && hour(i) == count.hour()
                && kind(i).equals(count.kind()));
  }

  /** Of all kinds. */
  private long inAll(Count count) {
    return whose(
            i -> cellOf(came.get(i), count.by()).equals(count.cell()) && hour(i) == count.hour())
        .size();
  }

  private Set<Long> whose(IntPredicate which) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < came.size(); i++) {
      if (which.test(i) && came.get(i).what() != What.EVENT) {
        counts.merge(came.get(i).customer(), came.get(i).sign(), Integer::sum);
      }
    }
    counts.values().removeIf(count -> count <= 0);
    return counts.keySet();
  }

  private static String cellOf(Contribution c, Dimension by) {
    return by == Dimension.PRIORITY ? c.priority() : c.channelClass();
  }

  private static List<String> names(Dimension by) {
    return by == Dimension.PRIORITY ? PRIORITIES : CLASSES;
  }

  private long minute(int i) {
    return Math.floorDiv(came.get(i).at(), MINUTE) * MINUTE;
  }

  private long hour(int i) {
    return new LocalDays(zone).hourOf(minute(i));
  }

  private Kind kind(int i) {
    return new Kind(came.get(i).what(), came.get(i).sla());
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

  private Set<Integer> all(Dimension by, IntPredicate which) {
    Set<Integer> all = new HashSet<>();
    names(by).forEach(cell -> all.addAll(unknowns(by, cell, which)));
    return all;
  }

  private Set<Integer> unknowns(Count count) {
    return unknowns(
        count.by(), count.cell(), i -> kind(i).equals(count.kind()) && hour(i) == count.hour());
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

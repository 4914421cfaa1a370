package io.aftercare.domain.window;

import static io.aftercare.domain.window.Recount.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Windows are what a fresh count gives, whatever comes late, and however often it stops between.
 */
class WindowsTest {
  private static final long HOUR = 60 * MINUTE;
  private static final long LATENESS = HOUR;
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "north", ZoneId.of("UTC"),
          "east", ZoneId.of("Asia/Kolkata"),
          "west", ZoneId.of("America/New_York"),
          "south", ZoneId.of("Australia/Lord_Howe"));
  private static final WindowTerms TERMS = new WindowTerms(WindowsTest::zone, LATENESS, 5);

  /** Clocks change in New York: 2026-03-08 and 2026-11-01; on Lord Howe: 2026-04-05. */
  private static final long[] BEGINNINGS = {
    at("2026-05-03T22:10:00Z"),
    at("2026-03-08T02:00:00Z"),
    at("2026-11-01T01:00:00Z"),
    at("2026-04-04T09:00:00Z"),
    at("1969-12-31T22:30:00Z")
  };

  /** A contribution, and how far event time had come when it came. */
  private record Arrival(Contribution contribution, long now) {}

  @Test
  void windowsInOrderAreAFreshCount() {
    random(20260801, 30, false);
  }

  @Test
  void windowsOfWhatComesLateOrIsTakenBackAreAFreshCount() {
    random(20260802, 60, true);
  }

  private static void random(long seed, int rounds, boolean late) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < rounds; round++) {
      long begin = BEGINNINGS[random.nextInt(BEGINNINGS.length)];
      run(round, arrivals(random, begin, late), random);
    }
  }

  /** Bursts and pauses of up to days; a third of what comes late is a correction. */
  private static List<Arrival> arrivals(SplittableRandom random, long begin, boolean late) {
    List<Arrival> arrivals = new ArrayList<>();
    List<Contribution> before = new ArrayList<>();
    long now = begin;
    int count = 20 + random.nextInt(150);
    for (int i = 0; i < count; i++) {
      now += random.nextInt(12) == 0 ? random.nextLong(30 * HOUR) : random.nextLong(4 * MINUTE);
      boolean isLate = late && random.nextInt(3) == 0;
      long at = isLate ? now - random.nextLong(LATENESS + 10 * MINUTE) : now;
      if (isLate && random.nextInt(3) == 0 && !before.isEmpty()) {
        Contribution wrong = before.remove(random.nextInt(before.size()));
        arrivals.add(new Arrival(wrong.back(), now));
        Contribution right = contribution(random, at);
        arrivals.add(new Arrival(right, now));
        before.add(right);
        continue;
      }
      Contribution c = contribution(random, at);
      arrivals.add(new Arrival(c, now));
      before.add(c);
    }
    return arrivals;
  }

  private static Contribution contribution(SplittableRandom random, long at) {
    What what = List.of(What.values()).get(random.nextInt(What.values().length));
    boolean verdict = what == What.SLA_MET || what == What.SLA_BREACHED;
    boolean spans = what == What.RESOLVED || what == What.FIRST_RESPONSE;
    return new Contribution(
        at,
        List.of("north", "east", "west", "south").get(random.nextInt(4)),
        "p" + (1 + random.nextInt(4)),
        random.nextBoolean() ? "live" : "async",
        random.nextLong(30),
        what,
        verdict ? (random.nextBoolean() ? "triage" : "resolution") : "",
        spans ? random.nextLong(HOUR) : 0,
        1);
  }

  private static void run(int round, List<Arrival> arrivals, SplittableRandom random) {
    Heard heard = new Heard();
    Kept kept = new Kept();
    Windows windows = new Windows(TERMS, kept, Windows.BEGINNING);
    List<Contribution> counted = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (random.nextInt(20) == 0) {
        windows = kept.restore(TERMS, windows.reached());
      }
      if (random.nextInt(3) > 0) {
        windows.advance(arrival.now(), heard::hear);
      }
      Contribution c = arrival.contribution();
      boolean inTime = Math.floorDiv(c.at(), MINUTE) * MINUTE + MINUTE + LATENESS > arrival.now();
      assertThat(windows.add(Parts.of(c), arrival.now(), heard::hear)).isEqualTo(inTime);
      if (inTime) {
        counted.add(c);
      }
    }
    long last = arrivals.get(arrivals.size() - 1).now();
    windows.advance(last + 40 * HOUR, heard::hear);
    assertThat(windows.isEmpty()).isTrue();
    assertThat(kept.isEmpty()).isTrue();
    compare(round, counted, heard, random, arrivals.get(0).now(), last + 27 * HOUR);
  }

  /** At all ends near which anything was said or counted, and at some others. */
  private static void compare(
      int round, List<Contribution> counted, Heard heard, SplittableRandom random, long a, long b) {
    Set<Long> ends = new HashSet<>();
    for (WindowEntry entry : heard.entries) {
      if (random.nextInt(8) == 0) {
        for (long near = -1; near <= 1; near++) {
          ends.add(entry.end() + near * MINUTE);
        }
      }
    }
    for (int i = 0; i < 60; i++) {
      ends.add(Math.floorDiv(random.nextLong(a - HOUR, b), MINUTE) * MINUTE);
    }
    for (long end : ends) {
      for (Span span : Span.values()) {
        for (String region : new String[] {"north", "east", "west", "south", null}) {
          assertThat(Recount.text(heard.at(region, span, end)))
              .describedAs(
                  "round %d: %s of %s to %s", round, span, region, Instant.ofEpochMilli(end))
              .isEqualTo(Recount.of(counted, region, WindowsTest::zone, span.label(), end));
        }
      }
    }
  }

  @Test
  void whatIsSaidAgainIsACorrectionAndNothingIsSaidTwiceOtherwise() {
    Heard heard = new Heard();
    Windows windows = new Windows(TERMS, new Kept(), Windows.BEGINNING);
    long ten = at("2026-05-04T10:00:00Z");
    windows.add(Parts.of(Parts.created("north", "p1", 1, ten)), ten, heard::hear);
    windows.advance(ten + 10 * MINUTE, heard::hear);
    assertThat(told(heard, "north", "5m"))
        .containsExactly("10:01=1", "10:06=0"); // enters, leaves, and nothing between
    windows.add(
        Parts.of(Parts.created("north", "p1", 2, ten + MINUTE)),
        ten + 10 * MINUTE + 1,
        heard::hear);
    windows.add(
        Parts.of(Parts.created("north", "p1", 3, ten + MINUTE)),
        ten + 10 * MINUTE + 2,
        heard::hear);
    heard.entries.clear();
    windows.advance(ten + 11 * MINUTE, heard::hear);
    assertThat(told(heard, "north", "5m"))
        .containsExactly("10:02=3 corrected", "10:06=2 corrected", "10:07=0 corrected");
    assertThat(told(heard, null, "5m"))
        .containsExactly("10:02=3 corrected", "10:06=2 corrected", "10:07=0 corrected");
    assertThat(told(heard, "north", "24h")).containsExactly("10:02=3 corrected");
    heard.entries.clear();
    windows.advance(ten + 12 * MINUTE, heard::hear);
    assertThat(heard.entries).isEmpty();
  }

  @Test
  void aWindowIsFinalWhenTheAllowedLatenessIsOverAndNothingCountsAfterThat() {
    Heard heard = new Heard();
    Windows windows = new Windows(TERMS, new Kept(), Windows.BEGINNING);
    long ten = at("2026-05-04T10:00:00Z");
    PanePart part = Parts.of(Parts.created("north", "p1", 1, ten + 59_999));
    windows.add(part, ten, heard::hear);
    windows.advance(ten + 61 * MINUTE, heard::hear);
    WindowEntry first = heard.entries.get(0);
    assertThat(first.end()).isEqualTo(ten + MINUTE);
    assertThat(first.finalAt()).isEqualTo(ten + MINUTE + LATENESS);
    assertThat(windows.add(part, ten + MINUTE + LATENESS - 1, heard::hear)).isTrue();
    assertThat(windows.add(part, ten + MINUTE + LATENESS, heard::hear)).isFalse();
  }

  @Test
  void aDayHas23Or25HoursWhereClocksAreSetAndHalfAnHourMoreOnLordHowe() {
    assertThat(day("America/New_York", "2026-03-08T12:00:00Z")).isEqualTo(23 * HOUR);
    assertThat(day("America/New_York", "2026-11-01T12:00:00Z")).isEqualTo(25 * HOUR);
    assertThat(day("America/New_York", "2026-05-04T12:00:00Z")).isEqualTo(24 * HOUR);
    assertThat(day("Australia/Lord_Howe", "2026-04-05T00:00:00Z")).isEqualTo(24 * HOUR + HOUR / 2);
    assertThat(day("Antarctica/Troll", "2026-10-25T12:00:00Z")).isEqualTo(26 * HOUR);
    assertThat(day("America/Havana", "2026-11-01T12:00:00Z")).isEqualTo(25 * HOUR);
  }

  /** How long today is in the end, by the windows: one contribution an hour, all day. */
  private static long day(String zone, String noon) {
    Heard heard = new Heard();
    WindowTerms terms = new WindowTerms(region -> ZoneId.of(zone), 0, 5);
    Windows windows = new Windows(terms, new Kept(), Windows.BEGINNING);
    long from = at(noon) - 30 * HOUR;
    for (long at = from; at < from + 60 * HOUR; at += HOUR / 2) {
      windows.add(Parts.of(Parts.created("north", "p1", 1, at)), at, heard::hear);
    }
    windows.advance(from + 90 * HOUR, heard::hear);
    WindowEntry longest =
        heard.entries.stream()
            .filter(e -> e.span().equals("today") && e.region() != null && e.cell().isEmpty())
            .filter(e -> e.start() <= at(noon) && e.end() > at(noon) - HOUR)
            .max(Comparator.comparingLong(e -> e.end() - e.start()))
            .orElseThrow();
    // The last half hour's contribution is in its first minute.
    long day = longest.end() - MINUTE + HOUR / 2 - longest.start();
    assertThat(longest.figures().count(What.CREATED)).isEqualTo(day / (HOUR / 2));
    return day;
  }

  @Test
  void nationalWindowsAreTheSumsOfTheRegions() {
    Map<String, Integer> checked = new HashMap<>();
    SplittableRandom random = new SplittableRandom(3);
    Heard heard = new Heard();
    Windows windows = new Windows(TERMS, new Kept(), Windows.BEGINNING);
    for (Arrival arrival : arrivals(random, BEGINNINGS[0], true)) {
      windows.add(Parts.of(arrival.contribution()), arrival.now(), heard::hear);
      windows.advance(arrival.now(), heard::hear);
    }
    for (WindowEntry entry : heard.entries) {
      Span span =
          List.of(Span.values()).stream()
              .filter(s -> s.label().equals(entry.span()))
              .findFirst()
              .orElseThrow();
      if (entry.region() == null && entry.end() <= windows.reached()) {
        Figures sum = new Figures();
        ZONES.keySet().forEach(region -> sum.add(heard.at(region, span, entry.end())));
        assertThat(heard.at(null, span, entry.end())).isEqualTo(sum);
        checked.merge(entry.span(), 1, Integer::sum);
      }
    }
    assertThat(checked).hasSize(4);
  }

  private static List<String> told(Heard heard, @Nullable String region, String span) {
    return heard.entries.stream()
        .filter(e -> e.dimension() == Dimension.REGION && e.span().equals(span))
        .filter(e -> region == null ? e.region() == null : region.equals(e.region()))
        .map(
            e ->
                Instant.ofEpochMilli(e.end()).toString().substring(11, 16)
                    + "="
                    + e.figures().count(What.CREATED)
                    + (e.correction() ? " corrected" : ""))
        .toList();
  }

  private static ZoneId zone(String region) {
    return Objects.requireNonNull(ZONES.get(region));
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}

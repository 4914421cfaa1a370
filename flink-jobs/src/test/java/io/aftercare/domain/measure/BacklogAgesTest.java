package io.aftercare.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ages of open tickets, each boundary by hand, and any course against counting one by one. */
class BacklogAgesTest {
  /** Ten o'clock on a day, minutes since 1970. */
  private static final long TEN = 29_540_760;

  private static final long HOUR = 60;

  private final BacklogAges ages = new BacklogAges();

  @Test
  void atEachBoundaryATicketIsOfTheOlderAge() {
    come("north", "p1", TEN);
    for (long[] row :
        new long[][] {
          {0, 0},
          {4 * HOUR - 1, 0},
          {4 * HOUR, 1},
          {24 * HOUR - 1, 1},
          {24 * HOUR, 2},
          {72 * HOUR - 1, 2},
          {72 * HOUR, 3},
          {1000 * HOUR, 3}
        }) {
      ages.advance(TEN + row[0]);
      List<String> labels = List.of("under_4h", "4h_to_24h", "1d_to_3d", "over_3d");
      for (int age = 0; age < 4; age++) {
        assertThat(levels().get("north " + labels.get(age)))
            .as("%s after %d minutes", labels.get(age), row[0])
            .isEqualTo(age == row[1] ? 1L : 0L);
      }
    }
  }

  @Test
  void timeThatJumpsLeavesOutNoAge() {
    come("north", "p1", TEN);
    ages.advance(TEN + 1);
    ages.advance(TEN + 100 * HOUR);
    assertThat(levels()).containsEntry("north over_3d", 1L).containsEntry("north 1d_to_3d", 0L);
  }

  @Test
  void aTicketThatComesOldIsOldAtOnce() {
    ages.advance(TEN + 25 * HOUR);
    come("north", "p1", TEN);
    assertThat(levels()).containsEntry("north 1d_to_3d", 1L).containsEntry("north under_4h", 0L);
  }

  @Test
  void theOldestOfEachPriorityIsKnownAndAbsentWhenNoneIsOpen() {
    ages.advance(TEN + 60);
    come("north", "p1", TEN);
    come("north", "p1", TEN + 5);
    come("north", "p2", TEN + 7);
    assertThat(levels())
        .containsEntry("north p1", TEN * 60_000)
        .containsEntry("north p2", (TEN + 7) * 60_000);

    ages.add(new BirthChange("north", "p1", TEN, -1));
    assertThat(levels()).containsEntry("north p1", (TEN + 5) * 60_000);
    assertThat(ages.isEmpty()).isFalse();

    ages.add(new BirthChange("north", "p1", TEN + 5, -1));
    ages.add(new BirthChange("north", "p2", TEN + 7, -1));
    assertThat(levels())
        .containsEntry("north p1", Total.ABSENT.value())
        .containsEntry("north p2", Total.ABSENT.value())
        .containsEntry("north under_4h", 0L);
    assertThat(ages.isEmpty()).isTrue();
  }

  @Test
  void aTicketThatIsHandedOnKeepsItsAge() {
    ages.advance(TEN + 30 * HOUR);
    come("north", "p1", TEN);
    ages.add(new BirthChange("south", "p3", TEN, 1));
    ages.add(new BirthChange("north", "p1", TEN, -1));
    assertThat(levels())
        .containsEntry("north 1d_to_3d", 0L)
        .containsEntry("south 1d_to_3d", 1L)
        .containsEntry("south p3", TEN * 60_000)
        .containsEntry("north p1", Total.ABSENT.value());
  }

  @Test
  void whateverComesAndGoesInWhateverOrderTheAgesAreThoseCountedOneByOne() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      BacklogAges walked = new BacklogAges();
      List<BirthChange> open = new ArrayList<>();
      long now = TEN;
      for (int i = 0; i < 60; i++) {
        if (random.nextInt(3) == 0) {
          now += random.nextInt(5) == 0 ? random.nextInt(4000) : random.nextInt(240);
          walked.advance(now);
        } else if (random.nextInt(3) == 0 && !open.isEmpty()) {
          walked.add(open.remove(random.nextInt(open.size())).times(-1));
        } else {
          BirthChange come =
              new BirthChange(
                  random.nextBoolean() ? "north" : "south",
                  random.nextBoolean() ? "p1" : "p2",
                  now - random.nextInt(6000) + 60,
                  1 + random.nextInt(3));
          walked.add(come);
          open.add(come);
        }
      }
      walked.advance(now);
      assertThat(levels(walked)).as("seed " + seed).containsAllEntriesOf(oneByOne(open, now));
      assertThat(levels(walked).values().stream().filter(n -> n < 0 && n > -1_000_000)).isEmpty();
    }
  }

  private static Map<String, Long> oneByOne(List<BirthChange> open, long now) {
    Map<String, Long> levels = new TreeMap<>();
    for (BirthChange tickets : open) {
      long minutes = now - tickets.birthMinute();
      String age =
          minutes < 240
              ? "under_4h"
              : minutes < 1440 ? "4h_to_24h" : minutes < 4320 ? "1d_to_3d" : "over_3d";
      levels.merge(tickets.region() + " " + age, tickets.more(), Long::sum);
      levels.merge(
          tickets.region() + " " + tickets.priority(), tickets.birthMinute() * 60_000, Math::min);
    }
    return levels;
  }

  private void come(String region, String priority, long minute) {
    ages.add(new BirthChange(region, priority, minute, 1));
  }

  private Map<String, Long> levels() {
    return levels(ages);
  }

  private static Map<String, Long> levels(BacklogAges of) {
    Map<String, Long> levels = new TreeMap<>();
    of.tell((series, total) -> levels.put(String.join(" ", series.labels()), total.value()));
    return levels;
  }
}

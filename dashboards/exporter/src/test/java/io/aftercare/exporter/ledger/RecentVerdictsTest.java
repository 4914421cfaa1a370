package io.aftercare.exporter.ledger;

import static io.aftercare.contract.ClockVerdict.BREACHED;
import static io.aftercare.contract.ClockVerdict.CANCELLED;
import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.contract.ClockVerdict.RUNNING;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.opened;
import static io.aftercare.exporter.ledger.Say.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Net counts of a day: the last record of each clock, whatever was said before. */
class RecentVerdictsTest {
  private static final Promise DUE = new Promise("north", "due");
  private static final Instant NOON = at("12:00");

  private final RecentVerdicts verdicts = new RecentVerdicts();

  private Kept day() {
    return verdicts.dayBefore(NOON).getOrDefault(DUE, Kept.NONE);
  }

  private void take(Verdict.Builder... records) {
    for (Verdict.Builder each : records) {
      verdicts.take(each.build());
    }
  }

  private List<String> listed() {
    return verdicts.newestFirst().stream()
        .map(each -> each.ticketId() + " " + each.verdict())
        .toList();
  }

  @Test
  void metAndBreachedCountAndCancelledIsListedOnly() {
    take(
        settled("a", "due", 2, MET, at("09:00")),
        settled("b", "due", 2, BREACHED, at("09:10")),
        settled("c", "due", 2, CANCELLED, at("09:20")),
        opened("d", "due", 1));
    assertThat(day()).isEqualTo(new Kept(1, 1));
    assertThat(listed()).containsExactly("c CANCELLED", "b BREACHED", "a MET");
  }

  @Test
  void whatIsSaidAgainCountsOnce() {
    take(settled("a", "due", 2, MET, at("09:00")), settled("a", "due", 2, MET, at("09:00")));
    take(
        settled("b", "due", 2, BREACHED, at("09:00")),
        settled("b", "due", 3, BREACHED, at("09:00"))
            .setChange(ClockChange.STOPPED)
            .setStoppedAt(at("09:30")));
    assertThat(day()).isEqualTo(new Kept(1, 1));
    assertThat(listed()).hasSize(2);
  }

  @Test
  void aCorrectionTakesThePlaceOfWhatWasSaid() {
    take(
        settled("a", "due", 2, BREACHED, at("09:00")),
        settled("a", "due", 3, MET, at("08:40"))
            .setChange(ClockChange.CORRECTED)
            .setPreviousVerdict(BREACHED));
    assertThat(day()).isEqualTo(new Kept(1, 0));
    assertThat(verdicts.newestFirst()).singleElement().matches(Settlement::corrected);
    // What comes after a correction does not make it undone.
    take(settled("a", "due", 4, MET, at("08:40")).setChange(ClockChange.UPDATED));
    assertThat(verdicts.newestFirst()).singleElement().matches(Settlement::corrected);
  }

  @Test
  void aClockThatNeverWasAndOneThatRunsAgainAreTakenBack() {
    take(
        settled("a", "due", 2, MET, at("09:00")),
        settled("b", "due", 2, MET, at("09:00")),
        settled("a", "due", 3, MET, at("09:00"))
            .setChange(ClockChange.REMOVED)
            .setPreviousVerdict(MET),
        opened("b", "due", 3)
            .setChange(ClockChange.CORRECTED)
            .setVerdict(RUNNING)
            .setPreviousVerdict(MET));
    assertThat(day()).isEqualTo(Kept.NONE);
    assertThat(listed()).isEmpty();
  }

  @Test
  void shadowsDoNotCount() {
    take(
        settled("a", "due", 2, BREACHED, at("09:00"))
            .setClockId("a/due/stricter/1")
            .setSlot("stricter"));
    assertThat(day()).isEqualTo(Kept.NONE);
    assertThat(listed()).isEmpty();
  }

  @Test
  void theDayEndsNowAndBeginsADayAgoToTheBucket() {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    take(
        settled("in the bucket of its begin", "due", 2, MET, yesterday.plusSeconds(299)),
        settled("after it", "due", 2, MET, yesterday.plusSeconds(300)),
        settled("now", "due", 2, BREACHED, NOON));
    assertThat(day()).isEqualTo(new Kept(1, 1));
    assertThat(verdicts.dayBefore(NOON.plusSeconds(300)).get(DUE)).isEqualTo(new Kept(0, 1));
  }

  @Test
  void theOrderBetweenTicketsDoesNotMatter() {
    List<Verdict> records = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      for (int each = 0; each <= hour % 3; each++) {
        Instant settledAt = NOON.minus(Duration.ofHours(hour));
        records.add(settled(hour + "-" + each, "due", 2, MET, settledAt).build());
      }
    }
    records.forEach(verdicts::take);
    RecentVerdicts backwards = new RecentVerdicts();
    Collections.reverse(records);
    records.forEach(backwards::take);
    assertThat(day()).isEqualTo(new Kept(48, 0)); // 8 x (1 + 2 + 3)
    assertThat(backwards.dayBefore(NOON)).isEqualTo(verdicts.dayBefore(NOON));
    assertThat(backwards.newestFirst()).isEqualTo(verdicts.newestFirst());
  }

  @Test
  void whatIsOlderThanADayAndAnHourIsForgottenAndNotCountedWhenSaidAgain() {
    Instant old = NOON.minus(Duration.ofHours(26));
    take(settled("old", "due", 2, MET, old), settled("new", "due", 2, MET, NOON));
    assertThat(listed()).containsExactly("new MET");
    take(settled("old", "due", 3, BREACHED, old).setChange(ClockChange.CORRECTED));
    assertThat(listed()).containsExactly("new MET");
    assertThat(verdicts.dayBefore(old.plusSeconds(60))).doesNotContainKey(new Promise("n", "due"));
    assertThat(verdicts.newest()).isEqualTo(NOON);
  }

  @Test
  void aCorrectionThatMovesAClockOutOfTheWindowTakesItBack() {
    take(
        settled("new", "due", 2, MET, NOON),
        settled("a", "due", 2, MET, at("11:00")),
        settled("a", "due", 3, BREACHED, NOON.minus(Duration.ofHours(30)))
            .setChange(ClockChange.CORRECTED));
    assertThat(day()).isEqualTo(new Kept(1, 0));
  }

  @Test
  void beyondTheBoundTheEarliestStayCountedAndAreNotCountedTwice() {
    RecentVerdicts few = new RecentVerdicts(100);
    for (int minute = 0; minute < 600; minute++) {
      few.take(settled("t" + minute, "due", 2, MET, at("00:00").plusSeconds(60L * minute)).build());
    }
    assertThat(few.dayBefore(NOON).get(DUE)).isEqualTo(new Kept(600, 0));
    few.take(settled("t0", "due", 3, MET, at("00:00")).setChange(ClockChange.UPDATED).build());
    assertThat(few.dayBefore(NOON).get(DUE)).isEqualTo(new Kept(600, 0));
  }

  @Test
  void theTwoThousandNewestAreListed() {
    for (int i = 0; i < 3_500; i++) {
      take(settled("t" + i, "due", 2, MET, at("00:00").plusSeconds(i)));
    }
    List<Settlement> newest = verdicts.newestFirst();
    assertThat(newest).hasSize(2_000);
    assertThat(newest.get(0).ticketId()).isEqualTo("t3499");
    assertThat(newest.get(1_999).ticketId()).isEqualTo("t1500");
  }
}

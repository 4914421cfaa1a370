package io.aftercare.launcher.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.oracle.call.CallOracle;
import io.aftercare.oracle.call.RandomContacts;
import io.aftercare.oracle.call.Repeats;
import io.aftercare.oracle.call.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Ten thousand random contacts through a real broker and the whole call job: in any order, some
 * events twice, at any parallelism, with a task that fails in the middle, the call ledger, the
 * callbacks' clocks and the net figures are what an independent reading of the events gives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallLawsIT {
  private static final int CONTACTS = 10_000;
  private static final long AFTERWARDS = 20 * 3_600_000L;

  private final RandomContacts contacts = RandomContacts.of(2026, CONTACTS);
  private final long asOf =
      contacts.events().stream().mapToLong(CallEvent::occurredAt).max().orElseThrow() + AFTERWARDS;
  private final List<Told> expected = new ArrayList<>();

  @BeforeAll
  void readPlainly() {
    Map<String, List<CallEvent>> byContact =
        contacts.events().stream().collect(Collectors.groupingBy(CallEvent::contactId));
    CallOracle oracle = new CallOracle(contacts.world().rules(), contacts.world().limits());
    byContact.values().forEach(events -> expected.add(oracle.judge(events, asOf - 1)));
    assertThat(expected).hasSize(CONTACTS);
  }

  @Test
  void inAnyOrderAndSomeTwiceOnTwoSubtasks() throws Exception {
    check(run(1, 4, 2, null));
  }

  @Test
  void inAnotherOrderOnOneSubtask() throws Exception {
    check(run(2, 1, 1, null));
  }

  @Test
  void throughAFailureOfATask() throws Exception {
    Mishap mishap = new Mishap(Math.round(contacts.events().size() * 0.6));
    CallTrial.Outcome crashed = run(3, 4, 2, mishap);

    assertThat(mishap.struckAt()).isPositive();
    assertThat(mishap.completedBefore()).isGreaterThanOrEqualTo(2);
    assertThat(mishap.restored()).isNotNull().isPositive();
    check(crashed);
  }

  private CallTrial.Outcome run(long seed, int partitions, int parallelism, @Nullable Mishap mishap)
      throws Exception {
    List<CallEvent> arrivals = new ArrayList<>(contacts.events());
    arrivals.addAll(arrivals.subList(0, arrivals.size() / 20));
    Collections.shuffle(arrivals, new Random(seed));
    return new CallTrial(contacts.world(), arrivals, asOf, partitions, parallelism, mishap).run();
  }

  private void check(CallTrial.Outcome found) {
    assertThat(Differences.between(found.contacts(), CallLedger.told(expected))).isEmpty();
    assertThat(Differences.between(found.clocks(), CallLedger.dues(expected))).isEmpty();
    assertThat(found.clocks()).hasSizeGreaterThan(500);
    Figures figures = found.figures();
    assertThat(figures.falls()).isEmpty();
    assertThat(figures.lineages()).hasSize(1);
    assertThat(figures.identitiesHeld()).isTrue();
    long twice = contacts.events().size() / 20;
    assertThat(figures.sums("aftercare_events_total", "result"))
        .containsEntry("applied", (long) contacts.events().size())
        .containsEntry("duplicate", twice);
    assertThat(Differences.between(figures.net("aftercare_calls_"), counted())).isEmpty();
  }

  /** What a bookkeeper who reads the oracle's contacts counts, by series. */
  private SortedMap<String, String> counted() {
    Map<String, Double> counts = new HashMap<>();
    for (Told contact : expected) {
      for (Told.Visit v : contact.visits()) {
        String place = place(v.region(), v.queue());
        one("aftercare_calls_offered_total{" + place + "}", counts);
        if (v.outcome().equals("waiting")) {
          one("aftercare_calls_waiting{" + place + "}", counts);
        } else {
          one("aftercare_calls_settled_total{outcome=" + v.outcome() + ", " + place + "}", counts);
        }
        if (v.timedOut()) {
          one("aftercare_calls_timed_out_total{" + place + "}", counts);
        }
      }
      for (Told.Part p : contact.parts()) {
        if (p.timedOut()) {
          one("aftercare_calls_timed_out_total{" + place(p.region(), p.queue()) + "}", counts);
        }
      }
    }
    for (Repeats.Repeat repeat : Repeats.of(expected)) {
      one("aftercare_calls_repeated_total{" + place(repeat.region(), repeat.queue()) + "}", counts);
    }
    SortedMap<String, String> text = new TreeMap<>();
    counts.forEach((series, count) -> text.put(series, Double.toString(count)));
    return text;
  }

  private static void one(String series, Map<String, Double> counts) {
    counts.merge(series, 1.0, Double::sum);
  }

  private static String place(@Nullable String region, @Nullable String queue) {
    return "queue=%s, region=%s"
        .formatted(queue == null ? "unknown" : queue, region == null ? "unknown" : region);
  }
}

package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.AGENTS;
import static io.aftercare.contract.metric.MetricCatalogue.CALLBACKS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_OFFERED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_OFFERED_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_SETTLED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_SETTLED_RETRACTED;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_HANDLE_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_CALLS;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_RATIO;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_TARGET;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_SERVICE_LEVEL_THRESHOLD;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_WAIT_SECONDS;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.board.QueueRow.ServiceLevelRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queues and agents out of metrics that were told by hand. */
class QueuesTest {
  private final Given given = new Given().nineOClockInTheNorth();

  private List<QueueRow> rows(@Nullable String region) {
    return Objects.requireNonNull(given.board.queues(region, new Paging<>(500, null))).queues();
  }

  private QueueRow desk() {
    return rows("north").get(0);
  }

  private ServiceLevelRow level(String definition, String window) {
    return desk().serviceLevels().stream()
        .filter(each -> each.definition().equals(definition) && each.window().equals(window))
        .findFirst()
        .orElseThrow();
  }

  private void settled(String outcome, int calls) {
    given.counter(CALLS_SETTLED, calls, "north", "desk", outcome);
  }

  @Test
  void aQueueTellsWhoWaitsAndWhatItPromises() {
    given
        .waiting("north", "desk", 3, at("08:58"))
        .gauge(CALLBACKS_WAITING, 2, "north", "desk")
        .gauge(CALL_SERVICE_LEVEL_THRESHOLD, 30, "north", "desk")
        .gauge(CALL_SERVICE_LEVEL_TARGET, 0.8, "north", "desk");
    QueueRow desk = desk();
    assertThat(desk.waiting()).isEqualTo(3);
    assertThat(desk.longestWaitSince()).isEqualTo(at("08:58"));
    assertThat(desk.callbacksWaiting()).isEqualTo(2);
    assertThat(desk.thresholdSeconds()).isEqualTo(30);
    assertThat(desk.target()).isEqualTo(0.8);
  }

  @Test
  void whatNothingIsCountedOfIsAbsentAndNeitherNoneNorAll() {
    given.gauge(CALLS_WAITING, 0, "north", "desk");
    QueueRow desk = desk();
    assertThat(desk.longestWaitSince()).isNull();
    assertThat(desk.thresholdSeconds()).isNull();
    assertThat(desk.target()).isNull();
    assertThat(desk.abandonRate()).isNull();
    assertThat(desk.asaSeconds()).isNull();
    assertThat(desk.ahtSeconds()).isNull();
    assertThat(desk.serviceLevels()).hasSize(10).allMatch(each -> each.ratio() == null);
    assertThat(desk.outcomes().values()).hasSize(11).containsOnly(0L);
  }

  @Test
  void everyDefinitionIsThereInBothWindowsWithItsN() {
    given
        .gauge(CALL_SERVICE_LEVEL_RATIO, 0.75, "north", "desk", "of_offered", "hour")
        .gauge(CALL_SERVICE_LEVEL_CALLS, 8, "north", "desk", "of_offered", "hour")
        .gauge(CALL_SERVICE_LEVEL_RATIO, 2 / 3.0, "north", "desk", "of_answered", "hour_offered")
        .gauge(CALL_SERVICE_LEVEL_CALLS, 3, "north", "desk", "of_answered", "hour_offered");
    assertThat(level("of_offered", "hour"))
        .isEqualTo(new ServiceLevelRow("of_offered", "hour", 8, 0.75));
    assertThat(level("of_answered", "hour_offered").ratio()).isEqualTo(0.6667);
    assertThat(level("of_offered", "hour_offered"))
        .isEqualTo(new ServiceLevelRow("of_offered", "hour_offered", 0, null));
    assertThat(desk().serviceLevels())
        .extracting(ServiceLevelRow::definition)
        .containsOnly(
            "excl_short_abandons",
            "of_offered",
            "of_answered",
            "excl_all_abandons",
            "abandon_in_time_counts");
  }

  @Test
  void aShareOfNoCallsIsNoneEvenIfOneWasTold() {
    given
        .gauge(CALL_SERVICE_LEVEL_RATIO, 1, "north", "desk", "of_offered", "hour")
        .gauge(CALL_SERVICE_LEVEL_CALLS, 0, "north", "desk", "of_offered", "hour")
        .gauge(CALL_SERVICE_LEVEL_RATIO, 0, "north", "desk", "of_answered", "hour")
        .gauge(CALL_SERVICE_LEVEL_RATIO, Double.NaN, "north", "desk", "excl_all_abandons", "hour")
        .gauge(CALL_SERVICE_LEVEL_CALLS, 4, "north", "desk", "excl_all_abandons", "hour")
        .gauge(CALL_SERVICE_LEVEL_RATIO, 1.7, "north", "desk", "excl_short_abandons", "hour")
        .gauge(CALL_SERVICE_LEVEL_CALLS, 9, "north", "desk", "excl_short_abandons", "hour");
    assertThat(desk().serviceLevels()).allMatch(each -> each.ratio() == null);
  }

  @Test
  void totalsAreNetOfWhatWasTakenBack() {
    given
        .counter(CALLS_OFFERED, 12, "north", "desk")
        .counter(CALLS_OFFERED_RETRACTED, 1, "north", "desk")
        .counter(CALLS_SETTLED_RETRACTED, 2, "north", "desk", "answered_late")
        .counter(CALLS_SETTLED_RETRACTED, 9, "north", "desk", "failed");
    settled("answered_late", 5);
    settled("failed", 1);
    settled("hung up on", 1);
    QueueRow desk = desk();
    assertThat(desk.offered()).isEqualTo(11);
    assertThat(desk.outcomes())
        .containsEntry("answered_late", 3L)
        .containsEntry("failed", 0L)
        .containsEntry("hung up on", 1L);
    assertThat(desk.outcomes().keySet()).startsWith("answered_in_time", "answered_late");
  }

  @Test
  void abandonsAreAShareOfWhatWasAnsweredAbandonedOrLost() {
    settled("answered_in_time", 5);
    settled("answered_late", 2);
    settled("abandoned_short", 1);
    settled("abandoned_in_time", 1);
    settled("abandoned_late", 1);
    settled("overflowed", 1);
    settled("voicemail", 2);
    settled("closed", 1);
    settled("failed", 2);
    settled("transferred", 50);
    settled("callback", 50);
    assertThat(desk().abandonRate()).isEqualTo(0.1875); // 3 of 16
    assertThat(desk().abandonCalls()).isEqualTo(16);
  }

  @Test
  void onlyTransfersAndCallbacksLeaveNothingToAbandon() {
    settled("transferred", 3);
    settled("callback", 4);
    assertThat(desk().abandonRate()).isNull();
  }

  @Test
  void speedOfAnswerAndHandleTimeAreMeansOfWhatWasObserved() {
    given
        .histogram(CALL_WAIT_SECONDS, 2, 1, 700.5, "north", "desk")
        .histogram(CALL_HANDLE_SECONDS, 1, 0, 29.0004, "north", "desk");
    QueueRow desk = desk();
    assertThat(desk.asaSeconds()).isEqualTo(233.5);
    assertThat(desk.asaCalls()).isEqualTo(3);
    assertThat(desk.ahtSeconds()).isEqualTo(29.0);
    assertThat(desk.ahtLegs()).isEqualTo(1);
  }

  @Test
  void aHistogramThatObservedNothingHasNoMean() {
    given.histogram(CALL_WAIT_SECONDS, 0, 0, 0, "north", "desk");
    assertThat(desk().asaSeconds()).isNull();
    assertThat(desk().asaCalls()).isZero();
  }

  @Test
  void occupancyIsTheShareOfTheStaffedWhoHandleContacts() {
    given
        .gauge(AGENTS, 3, "north", "available")
        .gauge(AGENTS, 1, "north", "ringing")
        .gauge(AGENTS, 4, "north", "on_contact")
        .gauge(AGENTS, 1, "north", "on_hold")
        .gauge(AGENTS, 1, "north", "wrap_up")
        .gauge(AGENTS, 7, "north", "away")
        .gauge(AGENTS, 9, "north", "signed_out")
        .gauge(AGENTS, 2, "north", "asleep");
    AgentsRow agents = Objects.requireNonNull(given.board.region("north")).agents();
    assertThat(Objects.requireNonNull(agents).occupancy()).isEqualTo(0.6);
    assertThat(agents.staffed()).isEqualTo(10);
    assertThat(agents.states().keySet())
        .containsExactly(
            "available",
            "ringing",
            "on_contact",
            "on_hold",
            "wrap_up",
            "away",
            "signed_out",
            "asleep");
  }

  @Test
  void nobodyStaffedIsNoOccupancy() {
    given.gauge(AGENTS, 7, "north", "away").gauge(AGENTS, 0, "north", "available");
    assertThat(Objects.requireNonNull(given.board.region("north")).agents())
        .isEqualTo(new AgentsRow("north", Map.of("away", 7L, "available", 0L), 0, null));
  }

  @Test
  void aRegionHasItsOwnQueuesAndThoseAreItsPage() {
    given.waiting("north", "desk", 1, at("08:59")).waiting("south", "line", 2, at("08:59"));
    RegionPage north = Objects.requireNonNull(given.board.region("north"));
    assertThat(north.queues()).isEqualTo(rows("north"));
    assertThat(north.queuesTotal()).isEqualTo(1);
    assertThat(rows(null)).extracting(QueueRow::queue).containsExactly("desk", "line");
    assertThat(rows("quiet town")).isEmpty();
    assertThat(given.board.queues("nowhere", new Paging<>(50, null))).isNull();
    assertThat(Objects.requireNonNull(given.board.region("quiet town")).agents()).isNull();
  }

  @Test
  void ofTooManyQueuesThePageShowsThoseInWhichCallersWaitLongest() {
    for (int i = 10; i < 70; i++) {
      given.gauge(CALLS_WAITING, 0, "north", "q" + i);
    }
    given.waiting("north", "q68", 1, at("08:50")).waiting("north", "q69", 1, at("08:40"));
    RegionPage north = Objects.requireNonNull(given.board.region("north"));
    assertThat(north.queuesTotal()).isEqualTo(60);
    assertThat(north.queues()).hasSize(50);
    assertThat(north.queues()).extracting(QueueRow::queue).isSorted();
    assertThat(north.queues()).extracting(QueueRow::queue).endsWith("q57", "q68", "q69");
  }
}

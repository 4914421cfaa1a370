package io.aftercare.launcher.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Verdict;
import io.aftercare.job.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobStatus;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Event time on a live topic moves when nothing arrives, and never ahead of what is unread. Every
 * clock breaches within 5 s of its deadline, by the broker's time of the ledger record.
 */
class LiveTimeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration OUTAGE = Duration.ofMinutes(1);
  private static final long LAW_MILLIS = 5_000;
  private static final String WATERMARK = "aftercare_watermark_timestamp_seconds";
  private static final String CATCHING_UP = "aftercare_catching_up";

  /** Where the measured delays can be read after a run. */
  private static final Path FIGURES = Path.of("target", "breach-delays.txt");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void everyClockBreachesInTimeWhenNothingArrivesAnyMore() throws Exception {
    try (LiveHouse house = new LiveHouse();
        LiveHouse.Run run = house.start(settings(house, 2), null)) {
      awaitWork(house);
      Instant start = Instant.now().minusSeconds(25);
      List<Contact> silent = contacts("silent", 500, start, 10);
      house.sendAll(silent.stream().map(Contact::created).toList());

      assertBreachesInTime(house, silent);
      run.cancel();
    }
  }

  @Test
  void partitionsWithoutRecordsAndSubtasksWithoutPartitionsHoldNothingBack() throws Exception {
    try (LiveHouse house = new LiveHouse();
        LiveHouse.Run run = house.start(settings(house, 4), null)) {
      Contact first = new Contact("first", Instant.now());
      house.send(0, first.created());
      await("opened").until(() -> opened(house, "first") == 1);
      Contact lone = new Contact("lone", Instant.now().minusSeconds(25));
      house.send(0, lone.created());
      assertBreachesInTime(house, List.of(lone));

      house.addPartition();
      Contact added = new Contact("added", Instant.now().minusSeconds(25));
      house.send(2, added.created());
      assertBreachesInTime(house, List.of(added));
      run.cancel();
    }
  }

  @Test
  void offsetsWithoutRecordsHoldNothingBack() throws Exception {
    try (LiveHouse house = new LiveHouse()) {
      house.send(1, new Contact("expired", Instant.now()).created());
      house.expire(1);
      try (LiveHouse.Run run = house.start(settings(house, 2), null)) {
        Contact contact = new Contact("in-a-transaction", Instant.now().minusSeconds(15));
        house.sendInTransaction(0, contact.created());
        await("opened").until(() -> opened(house, contact.ticket()) == 1);
        assertBreachesInTime(house, List.of(contact));
        run.cancel();
      }
    }
  }

  @Test
  void oneWildClockMovesNothing() throws Exception {
    try (LiveHouse house = new LiveHouse();
        LiveHouse.Run run = house.start(settings(house, 2), null)) {
      Contact patient = new Contact("patient", Instant.now());
      house.sendAll(List.of(patient.created()));
      house.sendAll(
          contacts("ahead", 20, Instant.now().plusSeconds(240), 0).stream()
              .map(Contact::created)
              .toList());
      house.sendAll(
          contacts("far-ahead", 20, Instant.now().plusSeconds(600), 0).stream()
              .map(Contact::created)
              .toList());
      await("the wild ones are opened").until(() -> opened(house, "ahead-") == 20);
      await("those beyond measure are not").until(() -> house.deadLetters().size() == 20);
      awaitWatermark(house, Instant.now());

      house.sendAll(List.of(patient.answered(Instant.now())));
      await("the answer counts").until(() -> settled(house, "patient", ClockVerdict.MET) == 1);

      assertThat(settled(house, "", ClockVerdict.BREACHED)).isZero();
      assertThat(house.figures().all(each -> each.getName().equals(WATERMARK)))
          .isNotEmpty()
          .allMatch(each -> each.getValue() * 1000 <= each.getPublishedAt().toEpochMilli());
      run.cancel();
    }
  }

  @Test
  void nothingBreachesThatWasAnsweredWhileTheBrokerWasAway() throws Exception {
    try (LiveHouse house = new LiveHouse();
        LiveHouse.Run run = house.start(settings(house, 2), null)) {
      awaitWork(house);
      List<Contact> contacts = contacts("held", 1_000, Instant.now(), 0);
      house.sendAll(contacts.stream().map(Contact::created).toList());
      await("all opened").until(() -> opened(house, "held-") == 1_000);

      house.stopBroker();
      Instant away = Instant.now();
      CompletableFuture<Void> buffered = house.handOver(answers(contacts.subList(0, 500)));
      awaitWallClock(away.plus(OUTAGE));
      house.restartBroker();
      house.sendByAnother(List.of(new Contact("fresh", Instant.now()).created()));
      house.sendByAnother(answers(contacts.subList(500, 1_000)));
      buffered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

      await("all met").until(() -> settled(house, "held-", ClockVerdict.MET) == 1_000);
      awaitWatermark(house, Instant.now());
      await("caught up").until(() -> last(house, CATCHING_UP) == 0);
      assertThat(settled(house, "held-", ClockVerdict.BREACHED)).isZero();
      assertThat(house.figures().sums("aftercare_sla_corrections_total", "change")).isEmpty();
      assertThat(house.figures().all(each -> each.getName().equals(CATCHING_UP)))
          .extracting(MetricRecord::getValue)
          .contains(1.0);
      assertThat(run.job().getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
      assertBreachesInTime(house, List.of(after(house)));
      run.cancel();
    }
  }

  /** A clock after all that; the law holds again. */
  private static Contact after(LiveHouse house) throws Exception {
    Contact after = new Contact("after", Instant.now().minusSeconds(25));
    house.sendAll(List.of(after.created()));
    return after;
  }

  @Test
  void theLawHoldsAfterAStopWithSavepoint() throws Exception {
    try (LiveHouse house = new LiveHouse()) {
      String savepoint;
      List<Contact> answered;
      List<Contact> silent;
      try (LiveHouse.Run run = house.start(settings(house, 2), null)) {
        awaitWork(house);
        answered = contacts("answered", 200, Instant.now().minusSeconds(10), 0);
        silent = contacts("silent", 200, Instant.now().plusSeconds(2), 0);
        house.sendAll(answered.stream().map(Contact::created).toList());
        house.sendAll(silent.stream().map(Contact::created).toList());
        await("opened").until(() -> opened(house, "answered-") + opened(house, "silent-") == 400);
        savepoint = run.stopWithSavepoint(directory);
      }
      house.sendAll(answers(answered));
      awaitWallClock(answered.get(0).deadline());
      try (LiveHouse.Run run = house.start(settings(house, 2), savepoint)) {
        assertBreachesInTime(house, silent);
        assertThat(settled(house, "answered-", ClockVerdict.MET)).isEqualTo(200);
        assertThat(settled(house, "answered-", ClockVerdict.BREACHED)).isZero();
        run.cancel();
      }
    }
  }

  private static List<Contact> contacts(String name, int count, Instant first, long stepMillis) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Contact(name + "-" + i, first.plusMillis(i * stepMillis)))
        .toList();
  }

  private static List<Sent> answers(List<Contact> contacts) {
    return contacts.stream().map(each -> each.answered(each.at().plusSeconds(20))).toList();
  }

  private static void assertBreachesInTime(LiveHouse house, List<Contact> contacts)
      throws IOException {
    List<String> tickets = contacts.stream().map(Contact::ticket).toList();
    await("all breached")
        .until(
            () ->
                breaches(house).stream()
                        .filter(each -> tickets.contains(each.value().getTicketId()))
                        .count()
                    == tickets.size());
    List<Long> delays =
        breaches(house).stream()
            .filter(each -> tickets.contains(each.value().getTicketId()))
            .map(each -> each.at() - each.value().getDeadline().toEpochMilli())
            .sorted()
            .toList();
    Files.writeString(
        FIGURES,
        "%s: %d breaches, ms after the deadline: least %d, median %d, worst %d%n"
            .formatted(
                tickets.get(0),
                delays.size(),
                delays.get(0),
                delays.get(delays.size() / 2),
                delays.get(delays.size() - 1)),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertThat(delays).allMatch(delay -> delay >= 0 && delay <= LAW_MILLIS);
  }

  private static List<TopicLog.Told<Verdict>> breaches(LiveHouse house) {
    return house.verdicts().stream()
        .filter(each -> each.value().getChange() == ClockChange.SETTLED)
        .filter(each -> each.value().getSla().equals(Contact.SLA))
        .filter(each -> each.value().getVerdict() == ClockVerdict.BREACHED)
        .toList();
  }

  private static long opened(LiveHouse house, String ticket) {
    return count(house, ticket, ClockVerdict.RUNNING);
  }

  /** How many records of first-response clocks ever said so; a correction counts too. */
  private static long settled(LiveHouse house, String ticket, ClockVerdict verdict) {
    return count(house, ticket, verdict);
  }

  private static long count(LiveHouse house, String ticket, ClockVerdict verdict) {
    return house.verdicts().stream()
        .map(TopicLog.Told::value)
        .filter(each -> each.getSla().equals(Contact.SLA))
        .filter(each -> each.getTicketId().startsWith(ticket))
        .filter(each -> each.getVerdict() == verdict)
        .count();
  }

  /** Until the job judges what it is sent, so that its start takes no part in what follows. */
  private static void awaitWork(LiveHouse house) throws Exception {
    house.sendAll(contacts("warm", 20, Instant.now(), 0).stream().map(Contact::created).toList());
    await("the job works").until(() -> opened(house, "warm") == 20);
    awaitWatermark(house, Instant.now());
  }

  private static void awaitWatermark(LiveHouse house, Instant instant) {
    await("time has come").until(() -> last(house, WATERMARK) * 1000 >= instant.toEpochMilli());
  }

  private static double last(LiveHouse house, String gauge) {
    return house.figures().all(each -> each.getName().equals(gauge)).stream()
        .reduce((first, second) -> second)
        .map(MetricRecord::getValue)
        .orElse(-1.0);
  }

  private static void awaitWallClock(Instant instant) {
    await("the clock shows " + instant).until(() -> Instant.now().isAfter(instant));
  }

  private static ConditionFactory await(String what) {
    return waitAtMost(PATIENCE).alias(what).pollInterval(Duration.ofMillis(250));
  }

  private JobSettings settings(LiveHouse house, int parallelism) {
    return house.settings().toBuilder()
        .checkpointInterval(Duration.ofSeconds(1))
        .checkpointDir(directory.resolve("checkpoints").toUri().toString())
        .parallelism(parallelism)
        .build();
  }
}

package io.aftercare.launcher.laws;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.contract.DeadLetter;
import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.Topics;
import io.aftercare.job.JobSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job at work on a topic that never ends. */
class LiveIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration NEVER = Duration.ofDays(365);
  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final String CREATED = "aftercare_tickets_created_total";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void gaugesAreLiveCountersAreCommittedAndAResumedJobGoesOn() throws Exception {
    try (LiveHouse house = new LiveHouse()) {
      String savepoint = beforeAnyCheckpoint(house);
      Set<String> lineage = house.figures().lineages();

      resumed(house, savepoint);
      resumedAgain(house, newestCheckpoint());

      Figures figures = house.figures();
      assertThat(figures.lineages()).hasSize(1).isEqualTo(lineage);
      assertThat(figures.falls()).isEmpty();
      assertThat(figures.identitiesHeld()).isTrue();
      assertThat(figures.all(LiveIT::committed))
          .isNotEmpty()
          .allMatch(each -> each.getCheckpointId() > 0)
          .satisfies(records -> assertThat(valuesOfACheckpoint(records)).allMatch(v -> v == 1));
    }
  }

  private String beforeAnyCheckpoint(LiveHouse house) throws Exception {
    try (LiveHouse.Run run = house.start(settings(house, NEVER), null)) {
      for (int ticket = 1; ticket <= 5; ticket++) {
        house.send(event("t-" + ticket, TicketEventType.CREATED, "north"));
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(house.figures().sums("aftercare_backlog_tickets", "region"))
                      .isEqualTo(Map.of("north", 5L)));
      assertThat(house.figures().all(LiveIT::committed)).as("nothing is committed").isEmpty();
      return run.stopWithSavepoint(directory.resolve("savepoint"));
    }
  }

  private void resumed(LiveHouse house, String savepoint) throws Exception {
    try (LiveHouse.Run run = house.start(settings(house, OFTEN), savepoint)) {
      awaitCount(house, CREATED, 5);
      house.send(event("t-1", TicketEventType.RESOLVED, "north"));
      house.send(event("t-6", TicketEventType.CREATED, "south"));
      awaitCount(house, CREATED, 6);
      awaitCount(house, "aftercare_tickets_resolved_total", 1);
      run.cancel();
    }
  }

  private void resumedAgain(LiveHouse house, String checkpoint) throws Exception {
    try (LiveHouse.Run run = house.start(settings(house, OFTEN), checkpoint)) {
      house.send(event("t-7", TicketEventType.CREATED, "south"));
      awaitCount(house, CREATED, 7);
      assertThat(house.figures().sums("aftercare_backlog_tickets", "region"))
          .isEqualTo(Map.of("north", 4L, "south", 2L));
      run.cancel();
    }
  }

  @Test
  void whatCannotBeUsedBecomesADeadLetterWithItsBytesAndTheRestCounts() throws Exception {
    Path broker;
    Path flink;
    try (LiveHouse house = new LiveHouse()) {
      broker = house.directory();
      try (LiveHouse.Run run = house.start(settings(house, OFTEN), null)) {
        flink = run.directory();
        deadLetters(house);
        assertThat(flink).isNotEmptyDirectory();
        run.cancel();
      }
    }
    assertThat(flink).doesNotExist();
    assertThat(broker).doesNotExist();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(workingThreads()).isEmpty());
  }

  private static void deadLetters(LiveHouse house) throws Exception {
    Sent good = event("t-1", TicketEventType.CREATED, "north");
    Sent noise = Sent.noise("\u0001 broken \u00ff", 0);
    Sent contradiction = event("t-1", TicketEventType.CREATED, "south");
    house.send(good);
    RecordMetadata noiseAt = house.send(noise);
    RecordMetadata contradictionAt = house.send(contradiction);
    house.send(event("t-2", TicketEventType.CREATED, "north"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(house.figures().sums("aftercare_events_total", "result"))
                    .isEqualTo(Map.of("applied", 2L, "rejected", 2L)));
    assertThat(house.figures().sums(CREATED, "region")).isEqualTo(Map.of("north", 2L));
    assertThat(house.figures().identitiesHeld()).isTrue();
    await().atMost(PATIENCE).until(() -> house.deadLetters().size() == 2);
    List<DeadLetter> letters = house.deadLetters();
    assertLetter(only(letters, "unknown_format"), noise, noiseAt);
    assertLetter(only(letters, "conflicting_duplicate"), contradiction, contradictionAt);
  }

  private static DeadLetter only(List<DeadLetter> letters, String reason) {
    assertThat(letters).extracting(DeadLetter::getReason).containsOnlyOnce(reason);
    return letters.stream().filter(l -> l.getReason().equals(reason)).findFirst().orElseThrow();
  }

  private static void assertLetter(DeadLetter letter, Sent sent, RecordMetadata at) {
    assertThat(letter.getOriginal()).isEqualTo(ByteBuffer.wrap(sent.value()));
    assertThat(letter.getOriginalLength()).isEqualTo(sent.value().length);
    assertThat(letter.getOriginalSha256()).hasSize(64);
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(sent.keyBytes()));
    assertThat(letter.getTopic()).isEqualTo(Topics.TICKET_EVENTS);
    assertThat(letter.getPartition()).isEqualTo(at.partition());
    assertThat(letter.getOffset()).isEqualTo(at.offset());
    assertThat(letter.getArrivedAt()).isEqualTo(Instant.ofEpochMilli(at.timestamp()));
    assertThat(letter.getDetail()).isNotBlank();
  }

  private JobSettings settings(LiveHouse house, Duration checkpoints) {
    return house.settings().toBuilder()
        .checkpointInterval(checkpoints)
        .checkpointDir(directory.resolve("checkpoints").toUri().toString())
        .build();
  }

  private static void awaitCount(LiveHouse house, String counter, long count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        house.figures().sums(counter, "region").values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(count));
  }

  private static boolean committed(MetricRecord each) {
    return each.getKind() != MetricKind.GAUGE;
  }

  /** How many values each series was given under the name of one checkpoint. */
  private static List<Integer> valuesOfACheckpoint(List<? extends MetricRecord> records) {
    return records.stream()
        .collect(
            groupingBy(
                each -> each.getName() + each.getLabels() + each.getCheckpointId(),
                mapping(each -> each.getValue() + " " + each.getBucketCounts(), toSet())))
        .values()
        .stream()
        .map(Set::size)
        .toList();
  }

  private String newestCheckpoint() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("checkpoints"))) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(file -> file.resolveSibling("").toUri().toString())
          .orElseThrow();
    }
  }

  private static Sent event(String ticket, TicketEventType type, String region) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    TicketEvent event =
        TicketEvent.newBuilder()
            .setEventId(type.name())
            .setEventType(type)
            .setTicketId(ticket)
            .setOccurredAt(now)
            .setRegion(region)
            .build();
    return Sent.of(event, now.toEpochMilli());
  }

  private static List<String> workingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(
            name -> name.matches("(Source Data Fetcher|kafka-producer|flink-pekko|data-plane).*"))
        .toList();
  }
}

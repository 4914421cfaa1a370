package io.aftercare.launcher.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.contract.Priority;
import io.aftercare.contract.Rule;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.Topics;
import io.aftercare.contract.Verdict;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.job.JobSettings;
import io.aftercare.job.StartingRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A version that is published while the job runs, on a real broker. Events state times up to five
 * minutes ahead, so nobody has to wait until the version is in force.
 */
class PublishedPoliciesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FIRST =
      """
      policies:
        - {id: kept, version: 1, sla: kept, metric: resolution, targets: {all: 4h}}
        - {id: taken, version: 1, sla: taken, metric: resolution, targets: {all: 4h}}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Instant change = now.plusSeconds(120);

  @Test
  void aNewVersionAppliesFromItsEffectiveFromWithoutARestart() throws Exception {
    try (LiveHouse house = new LiveHouse()) {
      StartingRules first = publish(house, FIRST);
      assertThat(first.published()).hasSize(2);
      JobSettings settings =
          house.settings().toBuilder()
              .rules(first.rules())
              .simulatedTime(true) // the records say what time it is: nobody waits two minutes
              .checkpointInterval(Duration.ofMillis(200))
              .checkpointDir(directory.toUri().toString())
              .build();
      try (LiveHouse.Run run = house.start(settings, null)) {
        house.send(created("before", now));
        awaitClock(house, "before", "kept", 1, now.plus(4, ChronoUnit.HOURS));

        assertThat(publish(house, second()).published()).hasSize(2);
        assertThat(publish(house, second()).published()).isEmpty();
        noise(house);
        awaitNewVersion(house);
        for (int i = 0; i < 8; i++) {
          house.send(created("time-" + i, change.plusSeconds(10)));
        }

        awaitClock(house, "before", "taken", 2, now.plus(2, ChronoUnit.HOURS));
        awaitClock(house, "before", "kept", 1, now.plus(4, ChronoUnit.HOURS));
        house.send(created("just-before", change.minusMillis(1)));
        awaitClock(
            house, "just-before", "kept", 1, change.minusMillis(1).plus(4, ChronoUnit.HOURS));
        awaitTold(house);
        run.cancel();
      }
      assertThat(house.read(Topics.POLICY_HISTORY, Rule.class)).hasSize(4);
      assertThat(StartingRules.of(house.kafka(), null, Instant.now()).rules().policies())
          .hasSize(4);
    }
  }

  private String second() {
    return """
    policies:
      - {id: kept, version: 2, effective_from: %1$s, sla: kept, metric: resolution, targets: {all: 2h}}
      - {id: taken, version: 2, effective_from: %1$s, sla: taken, metric: resolution, targets: {all: 2h},
         running_clocks: take_over}
    """
        .formatted(change);
  }

  private static StartingRules publish(LiveHouse house, String text) {
    return StartingRules.of(house.kafka(), RuleFiles.parse("p.yaml", text), Instant.now());
  }

  private static void noise(LiveHouse house) throws Exception {
    house.send(Topics.POLICIES, "noise", "no rule".getBytes(StandardCharsets.UTF_8));
  }

  /** The job hears of the version some time after it was published, but long before it rules. */
  private void awaitNewVersion(LiveHouse house) {
    Instant at = change.plusSeconds(1);
    int[] ticket = {0};
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              String id = "after-" + ticket[0]++;
              house.send(created(id, at));
              await().atMost(PATIENCE).until(() -> !clocks(house, id, "kept").isEmpty());
              return clocks(house, id, "kept").get(0).getPolicyVersion() == 2
                  && at.plus(2, ChronoUnit.HOURS)
                      .equals(clocks(house, id, "kept").get(0).getDeadline());
            });
  }

  private static void awaitClock(
      LiveHouse house, String ticket, String sla, int version, Instant deadline) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<Verdict> log = clocks(house, ticket, sla);
              assertThat(log).isNotEmpty();
              assertThat(log.get(log.size() - 1).getPolicyVersion()).isEqualTo(version);
              assertThat(log.get(log.size() - 1).getDeadline()).isEqualTo(deadline);
            });
  }

  private static void awaitTold(LiveHouse house) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(house.figures().sums("aftercare_policy_info", "version"))
                  .containsEntry("1", 0L)
                  .containsEntry("2", 2L);
              assertThat(house.figures().sums("aftercare_sla_target_seconds", "sla"))
                  .containsEntry("kept", 5 * 7_200L); // p1 to p4 and unknown
              assertThat(house.figures().sums("aftercare_policies_refused_total", "reason"))
                  .containsEntry("unreadable", 1L);
            });
  }

  private static List<Verdict> clocks(LiveHouse house, String ticket, String sla) {
    return house.read(Topics.VERDICTS, Verdict.class).stream()
        .filter(each -> each.getTicketId().equals(ticket) && each.getSla().equals(sla))
        .toList();
  }

  private static Sent created(String ticket, Instant at) {
    TicketEvent event =
        TicketEvent.newBuilder()
            .setEventId("created")
            .setEventType(TicketEventType.CREATED)
            .setTicketId(ticket)
            .setOccurredAt(at)
            .setRegion("north")
            .setPriority(Priority.P1)
            .build();
    return Sent.of(event, at.toEpochMilli());
  }
}

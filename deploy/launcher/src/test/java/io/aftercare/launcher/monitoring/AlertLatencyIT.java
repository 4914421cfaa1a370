package io.aftercare.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.Channel;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.Topics;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.demo.Pacer;
import io.aftercare.launcher.monitoring.NotificationLog.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from a deadline to the message that names the ticket, in live time, with the
 * shipped rules, routes and intervals. In half of 40 regions five tickets miss their triage, which
 * pages; in the others one does, which notifies. Deadlines are spread over half a minute, so that
 * they meet scrapes, evaluations and checkpoints anywhere. Which moment of the interval Prometheus
 * scrapes and evaluates at is its choice and stays the same in a run, so that runs differ.
 *
 * <p>The times are written to {@code target/alert-latency.txt}. Nothing is asserted of them, but
 * every region's message must come and name its overdue tickets and no others.
 */
class AlertLatencyIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration TARGET = Duration.ofSeconds(15);
  private static final Path FIGURES = Path.of("target", "alert-latency.txt");
  private static final int REGIONS = 40;
  private static final String POLICY =
      """
      policies:
        - {id: triage, version: 1, sla: triage, metric: triage, targets: {all: 15s}, objective: 1}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  /** A region in which all tickets are created at one instant and nobody looks at them. */
  private record Forsaken(String region, int size, Instant created) {
    Instant deadline() {
      return created.plus(TARGET);
    }

    boolean pages() {
      return size >= 5;
    }

    String alert() {
      return pages() ? "TriageOverdueMany" : "TriageOverdue";
    }

    Set<String> tickets() {
      return IntStream.range(0, size)
          .mapToObj(i -> region + "-" + i)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void everyRegionsMessageComesAndNamesItsOverdueTicketsAndNoOthers() throws Exception {
    Path policies = Files.writeString(directory.resolve("policies.yaml"), POLICY);
    List<String> regions = IntStream.range(0, REGIONS).mapToObj(i -> "region-" + i).toList();
    try (WatchedHouse house =
        new WatchedHouse(
            TopicPlan.live(2),
            job -> job.toBuilder().rules(RuleFiles.read(List.of(policies)).rulebook()).build(),
            regions,
            MonitoringSetup.SHIPPED_INTERVAL)) {
      List<Forsaken> forsaken = forsake(house, regions);
      await("every region's message")
          .until(() -> forsaken.stream().allMatch(each -> firstMessage(house, each).isPresent()));

      write(house, forsaken);
      for (Forsaken each : forsaken) {
        assertThat(named(house, each)).as(each.region()).isEqualTo(each.tickets());
      }
    }
  }

  /**
   * Sends each region's tickets when they are created, less than a second apart from region to
   * region.
   */
  private static List<Forsaken> forsake(WatchedHouse house, List<String> regions) throws Exception {
    Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(2);
    List<Forsaken> forsaken =
        IntStream.range(0, regions.size())
            .mapToObj(
                i -> new Forsaken(regions.get(i), i % 2 == 0 ? 5 : 1, first.plusMillis(787L * i)))
            .toList();
    try (Producer<byte[], byte[]> producer = Pacer.producer(house.kafka())) {
      for (Forsaken each : forsaken) {
        await("it is time for " + each.region())
            .pollInterval(Duration.ofMillis(5))
            .until(() -> !Instant.now().isBefore(each.created()));
        for (String ticket : each.tickets()) {
          producer.send(created(ticket, each)).get(30, TimeUnit.SECONDS);
        }
      }
    }
    return forsaken;
  }

  private static ProducerRecord<byte[], byte[]> created(String ticket, Forsaken where) {
    TicketEvent event =
        TicketEvent.newBuilder()
            .setEventId("created")
            .setEventType(TicketEventType.CREATED)
            .setTicketId(ticket)
            .setOccurredAt(where.created())
            .setActorType(ActorType.CUSTOMER)
            .setChannel(Channel.EMAIL)
            .setRegion(where.region())
            .build();
    byte[] value = new SingleObject<>(TicketEvent.class).encode(event);
    return new ProducerRecord<>(
        Topics.TICKET_EVENTS, ticket.getBytes(StandardCharsets.UTF_8), value);
  }

  private static Optional<Received> firstMessage(WatchedHouse house, Forsaken where) {
    return house.notifications().of(where.alert(), where.region()).stream()
        .filter(each -> !each.tickets().isEmpty())
        .findFirst();
  }

  /** All tickets that any message about the region named. */
  private static Set<String> named(WatchedHouse house, Forsaken where) {
    return house.notifications().all().stream()
        .filter(each -> each.alert().label("region").equals(where.region()))
        .flatMap(each -> each.tickets().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void write(WatchedHouse house, List<Forsaken> forsaken) throws IOException {
    String text =
        line("pages", house, forsaken.stream().filter(Forsaken::pages))
            + line("notifications", house, forsaken.stream().filter(each -> !each.pages()))
            + line("all", house, forsaken.stream());
    Files.writeString(FIGURES, text);
    System.out.print(text);
  }

  private static String line(String name, WatchedHouse house, Stream<Forsaken> which) {
    List<Double> fired = new ArrayList<>();
    List<Double> told = new ArrayList<>();
    which.forEach(
        each -> {
          Received message = firstMessage(house, each).orElseThrow();
          fired.add(seconds(each.deadline(), Instant.parse(message.alert().startsAt())));
          told.add(seconds(each.deadline(), message.at()));
        });
    return "%s: %d regions, s from deadline to firing: median %.1f, p99 %.1f; to webhook: median %.1f, p99 %.1f%n"
        .formatted(
            name,
            told.size(),
            quantile(fired, 0.5),
            quantile(fired, 0.99),
            quantile(told, 0.5),
            quantile(told, 0.99));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  /** By the nearest rank. */
  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  private static ConditionFactory await(String what) {
    return waitAtMost(PATIENCE).alias(what).pollInterval(Duration.ofMillis(250));
  }
}

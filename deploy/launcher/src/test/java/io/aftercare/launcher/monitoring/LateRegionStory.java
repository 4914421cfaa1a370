package io.aftercare.launcher.monitoring;

import static org.awaitility.Awaitility.waitAtMost;

import io.aftercare.contract.Topics;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.demo.Pacer;
import io.aftercare.launcher.demo.SimulatedClock;
import io.aftercare.launcher.demo.SimulatedService;
import io.aftercare.launcher.laws.TopicLog;
import io.aftercare.launcher.monitoring.AlertmanagerApi.Held;
import io.aftercare.launcher.monitoring.NotificationLog.Received;
import io.aftercare.launcher.service.MetricsPage;
import io.aftercare.launcher.simulate.Region;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.core.ConditionFactory;

/**
 * A region runs late, and the one who can do something about it hears which tickets:
 *
 * <ol>
 *   <li>A simulated service, 60 times as fast as the wall clock. The crews of one region stay away;
 *       after two hours their tickets run past the time to triage, and a page comes.
 *   <li>While that alert fires the exporter is killed, and started again at the same address after
 *       Alertmanager had its next occasion (the group interval of pages) to say that all is well.
 *   <li>The service stops, and what was counted comes to rest.
 * </ol>
 *
 * <p>Scrapes and evaluations are every second instead of every five, so that less time passes.
 */
final class LateRegionStory implements AutoCloseable {
  static final String LATE = "metro";
  static final String PAGE = "TriageOverdueMany";

  /** A range longer than the story, so that it begins before the first sample. */
  static final String WHOLE = "[30m]";

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration GROUP_INTERVAL = Duration.ofMinutes(1);
  private static final int SPEED = 60;

  /** So many scrapes at least the alert must outlive without the exporter, and with it anew. */
  private static final int ROUNDS = 10;

  private final WatchedHouse house;
  private Instant killed = Instant.MAX;
  private List<Held> heldAfterRestart = List.of();

  private LateRegionStory(WatchedHouse house) {
    this.house = house;
  }

  /**
   * Plays it.
   *
   * @param atWork looks around while the alert fires and the product is at work
   */
  static LateRegionStory play(Consumer<WatchedHouse> atWork) throws Exception {
    WatchedHouse house =
        new WatchedHouse(
            TopicPlan.simulated(2),
            job ->
                job.toBuilder()
                    .simulatedTime(true)
                    .checkpointInterval(Duration.ofSeconds(1))
                    .build(),
            Region.names(),
            INTERVAL,
            true);
    LateRegionStory story = new LateRegionStory(house);
    try {
      story.play(service(house), atWork);
      return story;
    } catch (Exception | Error failure) {
      house.close();
      throw failure;
    }
  }

  /** Opens on a Monday, so that it is noon of a Tuesday in metro when the live part begins. */
  private static Pacer service(WatchedHouse house) {
    Instant now = Instant.now();
    Instant opening =
        LocalDate.ofInstant(now.minus(Duration.ofDays(3)), ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    Instant live = opening.plus(Duration.ofHours(35));
    SimulatorSettings settings =
        SimulatorSettings.of(1, opening)
            .withTicketsPerHour(150)
            .withAbsence(LATE, live.minus(Duration.ofMinutes(110)));
    return new Pacer(
        new SimulatedService().of(settings),
        new SimulatedClock(live, now, SPEED),
        Pacer.producer(house.kafka()),
        Clock.systemUTC());
  }

  private void play(Pacer service, Consumer<WatchedHouse> atWork) throws Exception {
    try (service) {
      service.start();
      Instant page = awaitPage(service);
      awaitEveryRule(page);
      atWork.accept(house);
      await("almost the next occasion to say that it is over")
          .until(() -> Instant.now().isAfter(page.plus(GROUP_INTERVAL).minusSeconds(10)));
      restartTheExporter(page);
      service.requireRunning();
    }
    comeToRest();
  }

  private Instant awaitPage(Pacer service) {
    await("a page that names tickets")
        .until(
            () -> {
              service.requireRunning();
              return pages().stream().anyMatch(each -> !each.tickets().isEmpty());
            });
    return pages().get(0).at();
  }

  /**
   * The groups of long windows are evaluated every 30 s only: the page may come before they are.
   */
  private void awaitEveryRule(Instant since) {
    await("every rule is evaluated since the page")
        .until(
            () -> house.prometheus().rules().stream().allMatch(r -> r.evaluated().isAfter(since)));
  }

  private void restartTheExporter(Instant page) throws Exception {
    killed = Instant.now();
    house.exporter().kill();
    String missed = "sum_over_time((1 - up{job=\"aftercare\"})[5m:1s])";
    await("scrapes fail, and the occasion passes")
        .until(
            () ->
                house.prometheus().value(missed).orElse(0) >= ROUNDS
                    && Instant.now().isAfter(page.plus(GROUP_INTERVAL).plusSeconds(5)));
    house.exporter().restart();
    String here = "min_over_time(up{job=\"aftercare\"}[%ds])".formatted(ROUNDS);
    await("scrapes succeed again").until(() -> house.prometheus().value(here).orElse(0) == 1);
    heldAfterRestart = house.alertmanager().alerts(PAGE, LATE);
  }

  /**
   * Until all that was sent is judged, what was judged is counted (counters come with checkpoints),
   * and what was counted is scraped.
   */
  private void comeToRest() {
    long sent = TopicLog.size(house.kafka(), Topics.TICKET_EVENTS);
    await("all is judged").until(() -> judged() == sent);
    long atRest = Instant.now().getEpochSecond();
    String checkpoint = "min(aftercare_checkpoint_timestamp_seconds)";
    await("all is counted and scraped")
        .until(() -> house.prometheus().value(checkpoint).orElse(0) > atRest + 2);
  }

  private long judged() throws Exception {
    MetricsPage page = MetricsPage.fetch(house.exporter().metrics());
    return Math.round(page.sum("aftercare_events_total", Map.of("stream", "tickets")));
  }

  WatchedHouse house() {
    return house;
  }

  /** All that was said about the late region's alert. */
  List<Received> pages() {
    return house.notifications().of(PAGE, LATE);
  }

  /** When the exporter was killed. */
  Instant killed() {
    return killed;
  }

  /** What Alertmanager held of the alert after the exporter had come back. */
  List<Held> heldAfterRestart() {
    return heldAfterRestart;
  }

  @Override
  public void close() {
    house.close();
  }

  private static ConditionFactory await(String what) {
    return waitAtMost(PATIENCE).alias(what).pollInterval(Duration.ofMillis(250));
  }
}

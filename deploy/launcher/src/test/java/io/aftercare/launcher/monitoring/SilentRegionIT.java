package io.aftercare.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.demo.Pacer;
import io.aftercare.launcher.demo.SimulatedClock;
import io.aftercare.launcher.demo.SimulatedService;
import io.aftercare.launcher.monitoring.NotificationLog.Received;
import io.aftercare.launcher.simulate.Region;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/**
 * What sends a region's tickets stops while its crews are away, 60 times as fast as the wall clock:
 * the region is silent before anything else is said of it, what is said of it afterwards is held
 * back, and other regions are not touched. (That it is over when the region is heard of again takes
 * five minutes more; the rule's twin shows it.)
 */
class SilentRegionIT {
  private static final String SILENT = "metro";
  private static final String ALERT = "RegionSilent";

  /** Tickets that nobody is heard to triage run past their two hours while the region is silent. */
  private static final String PROMISE = "TriageOverdue";

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int SPEED = 60;

  /**
   * A minute until it is published, scraped and looked at, as event time: on a slow machine the job
   * still catches up when the region is cut off, and goes through time in leaps.
   */
  private static final double SLACK = 60.0 * SPEED;

  private static final String LIMIT =
      "region:aftercare_region_silence_limit_seconds:max{region=\"" + SILENT + "\"}";
  private static final String SILENT_NOW =
      "count(region:aftercare_region_silence_seconds:max"
          + " > region:aftercare_region_silence_limit_seconds:max)";

  @Test
  void aRegionThatIsCutOffIsSilentWithinItsLimitAndItsOtherAlertsAreHeldBack() throws Exception {
    try (WatchedHouse house = house();
        Pacer service = service(house)) {
      service.start();
      await(service, "what is usual is learnt").until(() -> value(house, LIMIT) > 0);
      assertThat(house.notifications().of(ALERT, SILENT)).isEmpty();

      await(service, "it is silent")
          .until(() -> !house.notifications().of(ALERT, SILENT).isEmpty());
      Received page = house.notifications().of(ALERT, SILENT).get(0);
      assertThat(page.alert().label("severity")).isEqualTo("page");
      double limit = value(house, LIMIT); // stands still while nothing is heard
      assertThat(limit).isBetween(120.0, 6 * 3600.0);
      assertThat(fired(house)).as("silence at its first alert").isBetween(limit, limit + SLACK);
      assertThat(house.prometheus().value(SILENT_NOW)).as("alone").hasValue(1);

      await(service, "a promise of the silent region is broken")
          .until(() -> !house.alertmanager().alerts(PROMISE, SILENT).isEmpty());
      await(service, "that is held back")
          .until(
              () ->
                  house.alertmanager().alerts(PROMISE, SILENT).stream()
                      .allMatch(each -> each.state().equals("suppressed")));
      assertThat(house.notifications().of(PROMISE, SILENT))
          .noneMatch(each -> each.at().isAfter(page.at()));
    }
  }

  private static WatchedHouse house() throws Exception {
    return new WatchedHouse(
        TopicPlan.simulated(2),
        job ->
            job.toBuilder().simulatedTime(true).checkpointInterval(Duration.ofSeconds(1)).build(),
        Region.names(),
        INTERVAL);
  }

  /**
   * Opens on a Monday; the live part begins at noon of a Tuesday in metro, the silence soon after.
   */
  private static Pacer service(WatchedHouse house) {
    Instant now = Instant.now();
    Instant opening =
        LocalDate.ofInstant(now.minus(Duration.ofDays(3)), ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    Instant live = opening.plus(Duration.ofHours(35));
    Instant cut = live.plus(Duration.ofMinutes(15));
    SimulatorSettings settings =
        SimulatorSettings.of(1, opening)
            .withTicketsPerHour(150)
            .withSilence(SILENT, cut, cut.plus(Duration.ofHours(8)));
    return new Pacer(
        new SimulatedService().of(settings),
        new SimulatedClock(live, now, SPEED),
        Pacer.producer(house.kafka()),
        Clock.systemUTC());
  }

  /** How long it had been silent, event time, when the alert began. */
  private static double fired(WatchedHouse house) {
    String first =
        "min_over_time((region:aftercare_region_silence_seconds:max{region=\"%s\"} and on (region)"
                .formatted(SILENT)
            + " ALERTS{alertname=\"%s\",region=\"%s\",alertstate=\"firing\"})[10m:1s])"
                .formatted(ALERT, SILENT);
    return house.prometheus().value(first).orElse(-1);
  }

  private static double value(WatchedHouse house, String query) {
    return house.prometheus().value(query).orElse(-1);
  }

  private static ConditionFactory await(Pacer service, String what) {
    service.requireRunning();
    return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(250));
  }
}

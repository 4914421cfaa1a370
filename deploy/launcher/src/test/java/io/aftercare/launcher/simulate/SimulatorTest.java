package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.Topics;
import io.aftercare.launcher.demo.Arrival;
import io.aftercare.launcher.demo.SimulatedService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  @Test
  void the_same_seed_gives_the_same_bytes_whatever_the_machine_speaks_or_where_it_stands()
      throws Exception {
    String here = digest(7);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(digest(7)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void another_seed_gives_another_story() throws Exception {
    assertThat(digest(8)).isNotEqualTo(digest(7));
  }

  @Test
  void events_come_in_arrival_order_and_never_before_they_happened() {
    Simulator simulator =
        new Simulator(SimulatedStories.settings(3).withTicketsPerHour(4000).withNoise(0.05, 0.02));
    long last = SimulatedStories.START.toEpochMilli();
    for (int i = 0; i < 100_000; i++) {
      SimulatedEvent next = simulator.next();
      assertThat(next.arrivalMillis()).isGreaterThanOrEqualTo(last);
      Instant recorded = SimulatedStories.instant(next.event(), "recorded_at");
      assertThat(SimulatedStories.instant(next.event(), "occurred_at")).isBeforeOrEqualTo(recorded);
      assertThat(recorded.toEpochMilli()).isLessThanOrEqualTo(next.arrivalMillis());
      last = next.arrivalMillis();
    }
  }

  @Test
  void memory_follows_the_open_tickets_and_not_the_time_that_has_passed() {
    Simulator oneWeek =
        SimulatedStories.play(
            SimulatedStories.settings(4).withTicketsPerHour(60), Duration.ofDays(7), event -> {});
    Simulator threeWeeks =
        SimulatedStories.play(
            SimulatedStories.settings(4).withTicketsPerHour(60), Duration.ofDays(21), event -> {});
    assertThat(threeWeeks.planned()).isLessThan(oneWeek.planned() * 13 / 10);
  }

  @Test
  void settings_out_of_range_are_refused_by_name() {
    SimulatorSettings good = SimulatedStories.settings(1);
    assertThatThrownBy(() -> good.withTicketsPerHour(0))
        .hasMessage("ticketsPerHour is 0.0, must be above 0 and at most 1e6");
    assertThatThrownBy(() -> good.withNoise(1.5, 0)).hasMessage("lateShare is 1.5, must be 0..1");
    assertThatThrownBy(() -> good.withNoise(0, -1))
        .hasMessage("duplicateShare is -1.0, must be 0..1");
    assertThatThrownBy(() -> good.withBurstEvery(Duration.ZERO))
        .hasMessage("burstEvery is PT0S, must be >= PT1M");
  }

  /** Of the records as they go to their topics. */
  private static String digest(long seed) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Iterator<Arrival> arrivals = new SimulatedService().of(SimulatedStories.settings(seed));
    Map<String, Integer> records = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      Arrival next = arrivals.next();
      String label = next.topic() + " " + next.key() + " " + next.at();
      digest.update(label.getBytes(StandardCharsets.UTF_8));
      digest.update(next.value());
      records.merge(next.topic(), 1, Integer::sum);
    }
    assertThat(records)
        .containsOnlyKeys(Topics.TICKET_EVENTS, Topics.CALL_EVENTS, Topics.AGENT_STATES);
    return HexFormat.of().formatHex(digest.digest());
  }
}

package io.aftercare.io.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ChannelClass;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule file means what it says; the expected rules are written down a second time by hand. */
class RuleFilesTest {
  private static final long MINUTE = 60_000;
  private static final String EVERYTHING =
      """
      policies:
        - id: vip
          version: 7
          effective_from: 2026-07-01T02:00:00+02:00
          role: shadow
          slot: with-bot
          sla: response
          metric: first_response
          bot_counts: true
          match:
            regions: ["North \\"A\\"", Süd]
            channels: [chat, voice]
            channel_classes: [live]
            service_types: [repair]
            customer_tiers: [gold]
            product_lines: [boiler]
            resolution_modes: [phone_guidance]
          targets: {all: 4h, p1: 90m}
          grace: 30s
          early: 1m
          objective: 0.85
          calendar: berlin
          pause_statuses: [waiting_customer, on_hold]
          warn_percents: [50]
          on_change: keep
          on_reopen: none
          on_merge: own_start
          running_clocks: take_over
      calendars:
        - id: berlin
          version: 3
          effective_from: 2026-01-01T00:00:00Z
          running_clocks: take_over
          zone: Europe/Berlin
          weekly: {mon: ["13:30-18:00", "09:00-12:30"], sun: []}
          holidays: {2026-12-25: Christmas, 2026-12-26: ""}
          exceptions: {2026-12-24: ["09:00-13:00"], 2026-12-05: []}
      regions:
        - {name: "North \\"A\\"", zone: Europe/Berlin, calendar: berlin}
        - {name: Süd, zone: Europe/Vienna, calendar: 24x7}
      """;

  private static final Policy VIP =
      new Policy(
          "vip",
          7,
          Instant.parse("2026-07-01T00:00:00Z").toEpochMilli(),
          false,
          "response",
          "with-bot",
          ClockMetric.FIRST_RESPONSE_OR_BOT,
          0.85,
          new Match(
              Set.of("North \"A\"", "Süd"),
              Set.of(Channel.CHAT, Channel.VOICE),
              Set.of(ChannelClass.LIVE),
              Set.of(ServiceType.REPAIR),
              Set.of("gold"),
              Set.of("boiler"),
              Set.of(ResolutionMode.PHONE_GUIDANCE)),
          new Allowance(
              Allowance.Source.TARGET,
              Map.of(
                  Priority.UNKNOWN, 240 * MINUTE,
                  Priority.P1, 90 * MINUTE,
                  Priority.P2, 240 * MINUTE,
                  Priority.P3, 240 * MINUTE,
                  Priority.P4, 240 * MINUTE),
              30_000,
              MINUTE),
          new ClockRules(
              "berlin",
              Set.of(TicketStatus.WAITING_CUSTOMER, TicketStatus.ON_HOLD),
              List.of(50),
              false,
              false,
              false,
              true));

  private static final CalendarVersion BERLIN =
      new CalendarVersion(
          3,
          Instant.parse("2026-01-01T00:00:00Z").toEpochMilli(),
          true,
          BusinessCalendar.of(
              new ServiceHours(
                  "berlin",
                  ZoneId.of("Europe/Berlin"),
                  Map.of(DayOfWeek.MONDAY, DayHours.of("09:00-12:30", "13:30-18:00")),
                  Map.of(LocalDate.of(2026, 12, 25), "Christmas", LocalDate.of(2026, 12, 26), ""),
                  Map.of(
                      LocalDate.of(2026, 12, 24),
                      DayHours.of("09:00-13:00"),
                      LocalDate.of(2026, 12, 5),
                      DayHours.CLOSED))));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void everyKeyMeansWhatItSays() {
    Rulebook rules = RuleFiles.parse("all.yaml", EVERYTHING).rulebook();
    assertThat(rules.policies()).containsExactly(VIP);
    assertThat(rules.calendars()).containsExactly(CalendarVersion.AROUND_THE_CLOCK, BERLIN);
    assertThat(rules.regions().values())
        .containsExactlyInAnyOrder(
            new Region("North \"A\"", ZoneId.of("Europe/Berlin"), "berlin"),
            new Region("Süd", ZoneId.of("Europe/Vienna"), "24x7"));
  }

  @Test
  void aKeyThatIsAbsentHasItsDefault() {
    Rulebook rules =
        RuleFiles.parse(
                "p.yaml",
                "policies: [{id: a, version: 1, sla: s, metric: triage, targets: {p3: 1d}}]")
            .rulebook();
    assertThat(rules.policies())
        .containsExactly(
            new Policy(
                "a",
                1,
                Policy.ALWAYS,
                false,
                "s",
                "active",
                ClockMetric.TRIAGE,
                null,
                Match.ANY,
                Allowance.of(Map.of(Priority.P3, 1_440 * MINUTE)),
                new ClockRules("24x7", Set.of(), List.of(70, 90), true, true, true, false)));
  }

  @Test
  void aRuleAsALineIsTheSameRuleWhenItIsReadAgain() {
    assertThat(RuleText.policy("line", RuleText.of(VIP))).isEqualTo(VIP);
    assertThat(RuleText.calendar("line", RuleText.of(BERLIN))).isEqualTo(BERLIN);
    for (Policy policy : RuleFiles.shipped().rulebook().policies()) {
      assertThat(RuleText.policy("line", RuleText.of(policy))).isEqualTo(policy);
    }
  }

  @Test
  void aRetirementTakesAllElseFromTheVersionBefore() {
    Rulebook rules =
        RuleFiles.parse(
                "p.yaml",
                """
                policies:
                  - {id: a, version: 1, sla: s, metric: triage, targets: {all: 1h}}
                  - {id: a, version: 2, retired: true, effective_from: 2026-01-01T00:00:00Z}
                """)
            .rulebook();
    Policy end = rules.policies().get(1);
    assertThat(end.retired()).isTrue();
    assertThat(end.sla()).isEqualTo("s");
    assertThat(RuleText.policy("line", RuleText.of(end))).isEqualTo(end);
  }

  @Test
  void theFilesOfADirectoryAreReadByNameAsIfTheyWereOne() throws Exception {
    Files.writeString(directory.resolve("20-more.yml"), policy("second", "triage"));
    Files.writeString(directory.resolve("10-first.yaml"), policy("first", "triage"));
    Files.writeString(directory.resolve("notes.txt"), "not read");
    assertThat(RuleFiles.read(List.of(directory)).rulebook().policies())
        .extracting(Policy::id)
        .containsExactly("first", "second");
  }

  @Test
  void filesWithoutPoliciesAreAboutTheShippedOnes() {
    RuleSet rules = RuleFiles.parse("r.yaml", "regions: [{name: n, zone: UTC, calendar: 24x7}]");
    assertThat(rules.ownPolicies()).isFalse();
    assertThat(rules.rulebook().policies()).isEqualTo(RuleFiles.shipped().rulebook().policies());
    assertThat(rules.rulebook().regions()).containsOnlyKeys("n");
  }

  private static String policy(String id, String sla) {
    return "policies: [{id: %s, version: 1, sla: %s, metric: triage, targets: {all: 1h}}]\n"
        .formatted(id, sla);
  }
}

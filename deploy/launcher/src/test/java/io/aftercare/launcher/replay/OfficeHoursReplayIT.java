package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.launcher.replay.reference.CsvFile;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.SlowResolution;
import io.aftercare.launcher.replay.reference.SlowResolution.Row;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The incident log under promises that pause while an incident awaits something and that run in
 * office hours in some regions and always in the others, with a shadow beside them: every clock,
 * every flip and the attention list equal a computation minute by minute from the file.
 */
class OfficeHoursReplayIT {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** In the middle: many incidents are open, some wait. */
  private static final Instant AS_OF = Instant.parse("2016-03-17T10:30:00Z");

  private static final Set<String> OFFICE_REGIONS =
      Set.of("Location 204", "Location 161", "Location 51");
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::ticket).thenComparingInt(Row::cycle);

  /** Hours by priority, 1 to 4. */
  private static final List<Integer> PROMISED = List.of(4, 8, 24, 72);

  private static final List<Integer> TRIED = List.of(12, 20, 70, 150);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static RuledReplay replay;

  @SuppressWarnings("NullAway.Init")
  private static SlowResolution promised;

  @SuppressWarnings("NullAway.Init")
  private static SlowResolution tried;

  @BeforeAll
  static void replayAndReckon() throws Exception {
    Path log = ReferenceData.file("tickets_servicenow_sample.csv.gz");
    promised =
        SlowResolution.of(
            log, AS_OF, new SlowResolution.Rules(minutes(PROMISED), OFFICE_REGIONS, true));
    tried =
        SlowResolution.of(log, AS_OF, new SlowResolution.Rules(minutes(TRIED), Set.of(), false));
    replay = RuledReplay.of(directory, log, "servicenow", AS_OF, "resolution", rules());
  }

  @Test
  void everyClockOfTheLedgerIsTheOneThatWasReckoned() {
    assertThat(ledger("active")).containsExactlyElementsOf(sorted(promised));
    assertThat(ledger("lenient")).containsExactlyElementsOf(sorted(tried));
  }

  @Test
  void theComparisonIsWorthSomething() {
    List<Row> rows = promised.rows();
    Map<String, Long> verdicts =
        rows.stream().collect(Collectors.groupingBy(Row::verdict, Collectors.counting()));
    assertThat(rows).hasSizeGreaterThan(4_000);
    assertThat(verdicts.get("running")).isGreaterThan(20);
    assertThat(verdicts.get("paused")).isGreaterThan(20);
    assertThat(verdicts.get("met")).isGreaterThan(500);
    assertThat(verdicts.get("breached")).isGreaterThan(500);
    assertThat(rows.stream().filter(r -> r.cycle() > 1).count()).isGreaterThan(20);
    assertThat(rows.stream().filter(r -> r.verdict().equals("met") && !r.warned().isEmpty()))
        .hasSizeGreaterThan(50);
    // The promise without pauses, or around the clock, would be another one.
    Path log = ReferenceData.file("tickets_servicenow_sample.csv.gz");
    assertThat(differing(log, new SlowResolution.Rules(minutes(PROMISED), OFFICE_REGIONS, false)))
        .isGreaterThan(200);
    assertThat(differing(log, new SlowResolution.Rules(minutes(PROMISED), Set.of(), true)))
        .isGreaterThan(500);
  }

  @Test
  void theShadowReportCountsTheFlipsThatWereReckoned() {
    Map<String, Row> shadow =
        tried.rows().stream().collect(Collectors.toMap(OfficeHoursReplayIT::id, r -> r));
    List<Row> both =
        promised.rows().stream()
            .filter(r -> judged(r) && judged(Objects.requireNonNull(shadow.get(id(r)))))
            .toList();
    Map<String, Long> flips =
        both.stream()
            .map(r -> r.verdict() + " " + Objects.requireNonNull(shadow.get(id(r))).verdict())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map<String, String> all =
        CsvFile.rows(replay.out().resolve("shadow.csv")).stream()
            .filter(row -> "__ALL__".equals(row.get("region")))
            .findFirst()
            .orElseThrow();
    assertThat(all)
        .containsEntry("n", String.valueOf(both.size()))
        .containsEntry("flips_to_met", String.valueOf(flips.getOrDefault("breached met", 0L)))
        .containsEntry("flips_to_breached", String.valueOf(flips.getOrDefault("met breached", 0L)));
    assertThat(flips.getOrDefault("breached met", 0L)).isGreaterThan(20);
    assertThat(flips.getOrDefault("met breached", 0L)).isGreaterThan(20);
    assertThat(CsvFile.rows(replay.out().resolve("flips.csv")))
        .hasSize(
            Math.toIntExact(
                flips.getOrDefault("breached met", 0L) + flips.getOrDefault("met breached", 0L)));
  }

  @Test
  void theAttentionListEndsWithTheIncidentsThatNeedALook() {
    assertThat(promised.attention().values()).contains("AT_RISK", "OVERDUE");
    assertThat(replay.attention()).isEqualTo(promised.attention());
  }

  private static long differing(Path log, SlowResolution.Rules other) {
    List<Row> theirs = sorted(SlowResolution.of(log, AS_OF, other));
    List<Row> ours = sorted(promised);
    long differing = 0;
    for (int i = 0; i < ours.size(); i++) {
      differing += ours.get(i).equals(theirs.get(i)) ? 0 : 1;
    }
    return differing;
  }

  private static List<Row> sorted(SlowResolution of) {
    return of.rows().stream().sorted(ORDER).toList();
  }

  private static List<Row> ledger(String slot) {
    return CsvFile.rows(replay.out().resolve("ledger.csv")).stream()
        .filter(row -> slot.equals(row.get("slot")))
        .map(
            row ->
                new Row(
                    cell(row, "ticket_id"),
                    Integer.parseInt(cell(row, "cycle")),
                    cell(row, "region"),
                    cell(row, "opened_at"),
                    cell(row, "warned_at"),
                    cell(row, "deadline"),
                    cell(row, "settled_at"),
                    cell(row, "verdict")))
        .sorted(ORDER)
        .toList();
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String id(Row row) {
    return row.ticket() + "/" + row.cycle();
  }

  private static boolean judged(Row row) {
    return row.verdict().equals("met") || row.verdict().equals("breached");
  }

  private static Map<String, Integer> minutes(List<Integer> hours) {
    return Map.of(
        "1", hours.get(0) * 60,
        "2", hours.get(1) * 60,
        "3", hours.get(2) * 60,
        "4", hours.get(3) * 60);
  }

  private static Rulebook rules() {
    Set<TicketStatus> waiting =
        Set.of(
            TicketStatus.WAITING_CUSTOMER, TicketStatus.WAITING_THIRD_PARTY, TicketStatus.ON_HOLD);
    return Rulebook.of(
        List.of(
            policy("promise", PROMISED, ClockRules.on(ClockRules.BUSINESS, waiting)),
            policy("trial", TRIED, ClockRules.CALENDAR_TIME).inSlot("trial", "lenient")),
        List.of(new CalendarVersion(1, Policy.ALWAYS, false, BusinessCalendar.of(office()))),
        OFFICE_REGIONS.stream().map(name -> new Region(name, BERLIN, "office")).toList());
  }

  private static Policy policy(String id, List<Integer> hours, ClockRules rules) {
    Map<Priority, Long> targets = new EnumMap<>(Priority.class);
    for (int p = 1; p <= hours.size(); p++) {
      targets.put(Priority.valueOf("P" + p), hours.get(p - 1) * 3_600_000L);
    }
    return Policy.of(
        id, "resolution", ClockMetric.RESOLUTION, Match.ANY, Allowance.of(targets), rules);
  }

  private static ServiceHours office() {
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        week.put(day, DayHours.of("08:00-12:30", "13:15-18:00"));
      }
    }
    return new ServiceHours(
        "office",
        BERLIN,
        week,
        Map.of(
            LocalDate.of(2016, 3, 3), "local holiday",
            LocalDate.of(2016, 3, 25), "Good Friday",
            LocalDate.of(2016, 3, 28), "Easter Monday"),
        Map.of());
  }
}

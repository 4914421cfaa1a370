package io.aftercare.domain.call;

import static io.aftercare.domain.call.Calls.LIMITS;
import static io.aftercare.domain.call.Calls.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Rulebook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The calls that {@code SERVICE_LEVEL.md} works out by hand, told to the engine. */
class ServiceLevelTableTest {
  private static final Path PAGE = Path.of("SERVICE_LEVEL.md");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final List<List<MarkdownTables.Row>> tables = MarkdownTables.of(PAGE);
  private final Map<String, Contact> contacts = contacts(tables.get(1));

  // ---- the calls

  @Test
  void theTermsAreTheUsualOnes() {
    assertThat(tables.get(0))
        .extracting(row -> row.get("s"))
        .containsExactly(
            String.valueOf(QueueTerms.USUAL.thresholdMillis() / SECOND),
            String.valueOf(QueueTerms.USUAL.shortAbandon().millis() / SECOND));
    assertThat(QueueTerms.USUAL.shortAbandon().inclusive()).isFalse();
  }

  @Test
  void everyCallHasTheOutcomeThatStandsInTheTable() {
    assertThat(contacts).hasSize(20);
    for (MarkdownTables.Row row : tables.get(1)) {
      Segment segment = segment(row.get("call"));
      assertThat(segment.outcome().label()).as(row.toString()).isEqualTo(row.get("outcome"));
      assertThat(segment.waitMillis()).isEqualTo(seconds(row.get("wait s")));
      assertThat(TIME.format(at(segment.exitedAt()))).isEqualTo(row.get("leaves the queue"));
    }
  }

  @Test
  void everyAnsweredCallHasTheTalkHoldAndWrapUpThatStandInTheTable() {
    for (MarkdownTables.Row row : tables.get(1)) {
      List<Leg> legs = contact(row.get("call")).legs();
      assertThat(legs).hasSize(row.get("talk s").isEmpty() ? 0 : 1);
      for (Leg leg : legs) {
        assertThat(leg.settled()).isTrue();
        assertThat(leg.talkMillis()).isEqualTo(seconds(row.get("talk s")));
        assertThat(leg.holdMillis()).isEqualTo(seconds(row.get("hold s")));
        assertThat(leg.wrapUpMillis()).isEqualTo(seconds(row.get("wrap-up s")));
      }
    }
  }

  // ---- the counts

  @Test
  void theCountsAreTheCallsThatTheyName() {
    OutcomeCounts counts = counts(segment -> true);
    for (MarkdownTables.Row row : tables.get(2)) {
      Set<Outcome> outcomes = outcomes(row.get("letter"));
      List<String> calls =
          contacts.keySet().stream().filter(c -> outcomes.contains(segment(c).outcome())).toList();
      assertThat(String.join(", ", calls)).as(row.get("letter")).isEqualTo(row.get("calls"));
      assertThat(letter(row.get("letter"), counts)).isEqualTo(Long.parseLong(row.get("count")));
    }
    assertThat(tables.get(2)).hasSize(7);
  }

  /** What the page says that a letter stands for. */
  private static Set<Outcome> outcomes(String letter) {
    return switch (letter) {
      case "T" -> Set.of(Outcome.ANSWERED_IN_TIME);
      case "A" -> Set.of(Outcome.ANSWERED_IN_TIME, Outcome.ANSWERED_LATE);
      case "S" -> Set.of(Outcome.ABANDONED_SHORT);
      case "B" -> Set.of(Outcome.ABANDONED_IN_TIME, Outcome.ABANDONED_LATE);
      case "Bt" -> Set.of(Outcome.ABANDONED_IN_TIME);
      case "V" -> Set.of(Outcome.OVERFLOWED, Outcome.VOICEMAIL, Outcome.CLOSED, Outcome.FAILED);
      case "none" -> Set.of(Outcome.CALLBACK, Outcome.TRANSFERRED);
      default -> throw new IllegalArgumentException(letter);
    };
  }

  private static long letter(String letter, OutcomeCounts counts) {
    long shorts = counts.of(Outcome.ABANDONED_SHORT);
    return switch (letter) {
      case "A" -> counts.answered();
      case "B" -> counts.abandoned() - shorts;
      case "V" -> counts.turnedAway();
      default -> outcomes(letter).stream().mapToLong(counts::of).sum();
    };
  }

  // ---- the definitions

  @Test
  void everyDefinitionComesToTheFractionAndTheValueThatStandInTheTable() {
    OutcomeCounts counts = counts(segment -> true);
    assertThat(tables.get(3))
        .extracting(row -> row.get("definition"))
        .containsExactlyElementsOf(
            Arrays.stream(ServiceLevel.values()).map(ServiceLevel::label).toList());
    for (MarkdownTables.Row row : tables.get(3)) {
      ServiceLevel level = ServiceLevel.valueOf(upper(row.get("definition")));
      assertThat(fraction(level, counts)).as(level.label()).isEqualTo(row.get("here"));
      assertThat(rounded(level.ratio(counts).orElseThrow())).isEqualTo(row.get("value"));
      assertThat(byLetters(row.get("formula"), counts)).isEqualTo(row.get("here"));
    }
  }

  @Test
  void whereNothingIsBelowTheLineThereIsNoValue() {
    for (ServiceLevel level : ServiceLevel.values()) {
      assertThat(level.ratio(counts(s -> s.outcome() == Outcome.CALLBACK)))
          .isEqualTo(OptionalDouble.empty());
    }
  }

  /** The formula with the letters' counts put in. */
  private static String byLetters(String formula, OutcomeCounts counts) {
    return Arrays.stream(formula.split(" / "))
        .map(
            side ->
                Arrays.stream(side.replaceAll("[()]", "").split(" \\+ "))
                    .mapToLong(letter -> letter(letter, counts))
                    .sum())
        .map(String::valueOf)
        .collect(Collectors.joining(" / "));
  }

  // ---- the other measures

  @Test
  void theAverageSpeedOfAnswerIsThatOfTheTable() {
    List<Long> waits = answered().stream().map(c -> segment(c).waitMillis() / SECOND).toList();
    checkMean(tables.get(4).get(0), "ASA s", waits);
  }

  @Test
  void theAverageHandleTimeIsThatOfTheTable() {
    List<Long> handled =
        contacts.values().stream()
            .flatMap(c -> c.legs().stream())
            .map(l -> l.handleMillis() / SECOND)
            .toList();
    checkMean(tables.get(4).get(1), "AHT s", handled);
  }

  @Test
  void theAbandonRateIsThatOfTheTable() {
    MarkdownTables.Row row = tables.get(4).get(2);
    OutcomeCounts counts = counts(segment -> true);
    long offered = ServiceLevel.OF_OFFERED.of(counts);
    assertThat(row.get("measure")).isEqualTo("abandon rate");
    assertThat(counts.abandoned() + " / " + offered).isEqualTo(row.get("here"));
    assertThat(rounded((double) counts.abandoned() / offered)).isEqualTo(row.get("value"));
  }

  private static void checkMean(MarkdownTables.Row row, String name, List<Long> values) {
    String sum = values.stream().map(String::valueOf).collect(Collectors.joining(" + "));
    assertThat(row.get("measure")).isEqualTo(name);
    assertThat("(" + sum + ") / " + values.size()).isEqualTo(row.get("here"));
    double mean = values.stream().mapToLong(v -> v).average().orElseThrow();
    assertThat(rounded(mean)).isEqualTo(row.get("value"));
  }

  // ---- the hours

  @Test
  void cohortAndFlowOfBothHoursAreThoseOfTheTable() {
    assertThat(tables.get(5)).hasSize(4);
    for (MarkdownTables.Row row : tables.get(5)) {
      boolean cohort = row.get("by").equals("cohort");
      int hour = Integer.parseInt(row.get("hour"));
      Predicate<Segment> within = s -> at(cohort ? s.enteredAt() : s.exitedAt()).getHour() == hour;
      OutcomeCounts counts = counts(within);
      for (String letter : List.of("T", "A", "S", "B", "Bt", "V")) {
        assertThat(String.valueOf(letter(letter, counts)))
            .as(row + letter)
            .isEqualTo(row.get(letter));
      }
      for (ServiceLevel level : ServiceLevel.values()) {
        assertThat(fraction(level, counts)).as(row.toString()).isEqualTo(row.get(level.label()));
      }
      List<Segment> answered = answered().stream().map(this::segment).filter(within).toList();
      long waited = answered.stream().mapToLong(Segment::waitMillis).sum() / SECOND;
      assertThat(waited + " / " + answered.size()).isEqualTo(row.get("ASA s"));
    }
  }

  // ---- the engine

  private Contact contact(String call) {
    Contact contact = contacts.get(call);
    if (contact == null) {
      throw new IllegalArgumentException("no call " + call);
    }
    return contact;
  }

  private Segment segment(String call) {
    assertThat(contact(call).segments()).hasSize(1);
    return contact(call).segments().get(0);
  }

  private List<String> answered() {
    return contacts.keySet().stream().filter(c -> segment(c).outcome().answered()).toList();
  }

  private OutcomeCounts counts(Predicate<Segment> of) {
    OutcomeCounts counts = new OutcomeCounts();
    for (String call : contacts.keySet()) {
      if (of.test(segment(call))) {
        counts.add(segment(call).outcome(), 1);
      }
    }
    return counts;
  }

  private static String fraction(ServiceLevel level, OutcomeCounts counts) {
    return level.served(counts) + " / " + level.of(counts);
  }

  private static Map<String, Contact> contacts(List<MarkdownTables.Row> rows) {
    ContactLife life = new ContactLife(Rulebook.of(List.of()), LIMITS);
    Map<String, Contact> contacts = new LinkedHashMap<>();
    for (MarkdownTables.Row row : rows) {
      List<CallEvent> events = new ArrayList<>();
      events(row).forEach(call -> events.add(call.of(row.get("call")).now()));
      contacts.put(row.get("call"), life.fold(events, Long.MIN_VALUE));
    }
    return contacts;
  }

  private static List<Calls> events(MarkdownTables.Row row) {
    long enters =
        LocalTime.parse(row.get("enters"))
            .atDate(at(Calls.TEN).toLocalDate())
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli();
    long leaves = enters + seconds(row.get("wait s"));
    List<Calls> events = new ArrayList<>();
    events.add(Calls.event(CallEventType.OFFERED, enters - 20 * SECOND));
    events.add(Calls.event(CallEventType.QUEUE_ENTERED, enters).queue("repairs").in("north"));
    events.add(Calls.event(end(row.get("outcome")), leaves));
    if (!row.get("talk s").isEmpty()) {
      long hold = seconds(row.get("hold s"));
      long left = leaves + seconds(row.get("talk s")) + hold;
      events.add(Calls.event(CallEventType.HELD, leaves + SECOND));
      events.add(Calls.event(CallEventType.RETRIEVED, leaves + SECOND + hold));
      events.add(Calls.event(CallEventType.AGENT_LEFT, left));
      events.add(Calls.event(CallEventType.DISCONNECTED, left));
      events.add(Calls.event(CallEventType.WRAP_UP_ENDED, left + seconds(row.get("wrap-up s"))));
    }
    return events;
  }

  private static CallEventType end(String outcome) {
    return switch (outcome) {
      case "answered_in_time", "answered_late" -> CallEventType.ANSWERED;
      case "abandoned_short", "abandoned_in_time", "abandoned_late" -> CallEventType.ABANDONED;
      case "overflowed" -> CallEventType.OVERFLOWED;
      case "voicemail" -> CallEventType.VOICEMAIL_LEFT;
      case "closed" -> CallEventType.QUEUE_CLOSED;
      case "failed" -> CallEventType.FAILED;
      case "callback" -> CallEventType.CALLBACK_REQUESTED;
      case "transferred" -> CallEventType.TRANSFERRED;
      default -> throw new IllegalArgumentException(outcome);
    };
  }

  private static long seconds(String text) {
    return Long.parseLong(text) * SECOND;
  }

  private static LocalDateTime at(long instant) {
    return Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC).toLocalDateTime();
  }

  private static String rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  private static String upper(String label) {
    return label.toUpperCase(Locale.ROOT);
  }
}

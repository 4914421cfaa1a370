package io.aftercare.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.oracle.RandomTickets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole job on a cluster, over random tickets of every kind that merge into each other and come
 * of random calls, under random rules: arrival order, duplicates, parallelism, and a savepoint that
 * is taken anywhere and restored at another parallelism, change nothing in the final ledger, which
 * is the fold of the log, nor in the last word of any window.
 */
@Tag("slow")
class JobLawsTest {
  private static final int TICKETS = 120;

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void nothingButTheEventsAndTheRulesDecidesTheLedger(long seed) throws Exception {
    RandomTickets tickets = RandomTickets.of(seed, TICKETS);
    List<String> inOrder = tickets.events().stream().map(EventLines::of).sorted().toList();
    List<String> calls = tickets.calls().stream().map(EventLines::of).sorted().toList();
    Heard first = run(tickets, 1, inOrder, calls);
    Map<String, Map<String, String>> expected = ledger(first);
    Map<String, Map<String, String>> windows = WindowRow.truth(first.windows());
    assertThat(windows).hasSizeGreaterThan(2 * TICKETS);
    assertThat(expected).hasSizeGreaterThan(2 * TICKETS);
    assertThat(expected.values().stream().map(row -> row.get("verdict")))
        .contains("met", "breached", "cancelled");
    assertThat(expected.values().stream().map(row -> row.get("cause"))).contains("answered");

    for (int parallelism : new int[] {2, 4}) {
      List<String> anyOrder = disturbed(inOrder, seed + parallelism);
      String when = "shuffled, some twice, %d subtasks".formatted(parallelism);
      Heard heard = run(tickets, parallelism, anyOrder, disturbed(calls, seed - parallelism));
      same(when, ledger(heard), expected);
      same(when, WindowRow.truth(heard.windows()), windows);
    }
    whatIsMeasuredAddsUp(run(tickets, 2, disturbed(inOrder, seed), calls));
    rescaled(tickets, disturbed(inOrder, seed), disturbed(calls, seed), expected, windows);
  }

  /** All identities in the end, and the backlog by age is the backlog. */
  private static void whatIsMeasuredAddsUp(Heard heard) {
    Map<Series, Long> last = new HashMap<>();
    heard.metrics().forEach(said -> last.put(said.series(), said.total().value()));
    Map<Measure, Long> sums = new EnumMap<>(Measure.class);
    last.forEach((series, value) -> sums.merge(series.measure(), value, Long::sum));
    assertThat(last.keySet().stream().filter(s -> s.measure() == Measure.IDENTITY_IMBALANCE))
        .extracting(s -> s.labels().get(0))
        .contains("events", "clocks", "backlog", "time");
    assertThat(last.entrySet())
        .filteredOn(each -> each.getKey().measure() == Measure.IDENTITY_IMBALANCE)
        .allMatch(each -> each.getValue() == 0);
    assertThat(sums.get(Measure.STAGE_TIME_SECONDS)).isPositive();
    assertThat(sums.get(Measure.BACKLOG_TICKETS)).isPositive();
    assertThat(sums.get(Measure.BACKLOG_AGED_TICKETS))
        .isEqualTo(sums.get(Measure.BACKLOG_TICKETS))
        .isEqualTo(sums.get(Measure.BACKLOG_SERVICE_TICKETS));
    assertThat(sums.get(Measure.TICKETS_IN_STAGE))
        .as("those that are closed until they are forgotten")
        .isGreaterThan(sums.get(Measure.BACKLOG_TICKETS))
        .isLessThanOrEqualTo((long) TICKETS);
  }

  private void rescaled(
      RandomTickets tickets,
      List<String> lines,
      List<String> calls,
      Map<String, Map<String, String>> expected,
      Map<String, Map<String, String>> windows)
      throws Exception {
    int cut = lines.size() * 3 / 5;
    int callsCut = calls.size() * 2 / 5;
    Heard before =
        new TicketRun(tickets.rules(), 2)
            .untilSavepoint(
                TicketRun.Input.of(lines.subList(0, cut), calls.subList(0, callsCut)), scratch);
    Heard after =
        new TicketRun(tickets.rules(), 3)
            .toTheEnd(
                new TicketRun.Input(lines, cut, calls, callsCut, false), savepointUnder(scratch));

    List<LogRow> log =
        Stream.concat(before.ledger().stream(), after.ledger().stream()).map(LogRow::of).toList();
    same("rescaled from a savepoint", truth(log), expected);
    List<WindowEntry> said =
        Stream.concat(before.windows().stream(), after.windows().stream()).toList();
    same("rescaled from a savepoint", WindowRow.truth(said), windows);
  }

  /** Shows only what differs. */
  private static void same(
      String when,
      Map<String, Map<String, String>> found,
      Map<String, Map<String, String>> expected) {
    Set<String> rows = new TreeSet<>(expected.keySet());
    rows.addAll(found.keySet());
    assertThat(rows.stream().filter(row -> !Objects.equals(expected.get(row), found.get(row))))
        .extracting(row -> row + ": " + expected.get(row) + ", but " + found.get(row))
        .as(when)
        .isEmpty();
  }

  private static Path savepointUnder(Path folder) throws Exception {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private static List<String> disturbed(List<String> lines, long seed) {
    List<String> order = new ArrayList<>(lines);
    order.addAll(lines.subList(0, lines.size() / 5));
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private static Heard run(
      RandomTickets tickets, int parallelism, List<String> lines, List<String> calls)
      throws Exception {
    return new TicketRun(tickets.rules(), parallelism)
        .toTheEnd(TicketRun.Input.of(lines, calls), null);
  }

  private static Map<String, Map<String, String>> ledger(Heard heard) {
    return truth(heard.ledger().stream().map(LogRow::of).toList());
  }

  /** Every field there is. */
  private static Map<String, Map<String, String>> truth(List<LogRow> log) {
    return LogRow.truth(log, log.get(0).fields().keySet());
  }
}

package io.aftercare.job.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.measure.Total;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job that goes on from the savepoint of any past version ends where a job of this version ends
 * that was never stopped: the same ledger, the same steps, the same totals.
 */
@Tag("slow")
class SavepointTest {
  /** What Flink makes of a parallelism of 2; the job sets none of its own. */
  private static final int MAX_PARALLELISM = 128;

  /** Fixtures of versions whose series had other labels. */
  private static final Set<String> RELABELLED_SINCE = Set.of("1", "2", "3");

  private static final int MOST_BYTES = 300_000;

  /**
   * Totals that the first version kept; those of a later one begin with it. How often a verdict was
   * taken back depends on when the news of a merge reaches the survivor; the net of it does not.
   */
  private static final Set<Measure> KEPT_FROM_THE_FIRST =
      EnumSet.of(
          Measure.TICKETS_CREATED,
          Measure.TICKETS_CREATED_RETRACTED,
          Measure.TICKETS_RESOLVED,
          Measure.TICKETS_RESOLVED_RETRACTED,
          Measure.TICKETS_REOPENED,
          Measure.TICKETS_REOPENED_RETRACTED,
          Measure.TICKETS_CLOSED,
          Measure.TICKETS_CLOSED_RETRACTED,
          Measure.TICKETS_CANCELLED,
          Measure.TICKETS_CANCELLED_RETRACTED,
          Measure.TICKETS_TRANSFERRED,
          Measure.TICKETS_TRANSFERRED_RETRACTED,
          Measure.FIRST_RESPONSE_SECONDS,
          Measure.RESOLUTION_SECONDS,
          Measure.OBSERVATIONS_CORRECTED,
          Measure.SLA_CLOCKS_OPENED,
          Measure.SLA_CLOCKS_OPENED_RETRACTED,
          Measure.SLA_VERDICTS,
          Measure.SLA_VERDICTS_RETRACTED,
          Measure.SLA_OPEN_CLOCKS,
          Measure.BACKLOG_TICKETS,
          Measure.ORPHAN_TICKETS,
          Measure.EVENTS_READ,
          Measure.EVENTS,
          Measure.EVENTS_REJECTED,
          Measure.EVENTS_SKEWED,
          Measure.EVENTS_UNKNOWN_VALUE);

  /** Fixtures of versions that did not count calendars that nobody published. */
  private static final Set<String> CALENDARS_UNCOUNTED = Set.of("1", "2");

  /** Fixtures of versions that knew no stages: they observed none that could be corrected. */
  private static final Set<String> STAGES_UNKNOWN = Set.of("1", "2", "3");

  private static final Set<Measure> COUNTED_OF_STAGES =
      EnumSet.of(
          Measure.TICKETS_IN_STAGE,
          Measure.TICKETS_UNTRIAGED,
          Measure.BACKLOG_SERVICE_TICKETS,
          Measure.BACKLOG_AGED_TICKETS);

  private static final Map<SavepointFixture, Heard> NEVER_STOPPED = new ConcurrentHashMap<>();

  @TempDir Path scratch;

  static List<SavepointFixture> fixtures() {
    return SavepointFixture.all();
  }

  static Stream<Arguments> restores() {
    return fixtures().stream()
        .flatMap(fixture -> Stream.of(1, 2, 3).map(p -> Arguments.of(fixture, p)));
  }

  @Test
  @EnabledIfSystemProperty(named = SavepointFixture.WRITE, matches = ".+")
  void freeze_the_state_of_this_version() throws Exception {
    SavepointFixture.named(System.getProperty(SavepointFixture.WRITE)).write(scratch);
  }

  @ParameterizedTest(name = "{0} at parallelism {1}")
  @MethodSource("restores")
  void a_job_goes_on_from_a_past_version_as_if_it_had_never_stopped(
      SavepointFixture fixture, int parallelism) throws Exception {
    // Alone in its folder, so that nothing else of where it was made can be needed.
    Path alone = Files.copy(fixture.savepoint(), scratch.resolve("_metadata")).getParent();

    Heard heard = goOn(fixture, parallelism, alone);

    theLedgerEndsTheSame(fixture, heard);
    theStepsEndTheSame(fixture, heard);
    theTotalsEndTheSame(fixture, heard);
    theLineageGoesOn(fixture, heard);
    theRevisionsGoOn(fixture, heard);
    whatIsNewlyMeasuredBeginsWithNothing(heard);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void each_of_these_comparisons_fails_for_a_job_that_begins_with_nothing(SavepointFixture fixture)
      throws Exception {
    Heard heard = goOn(fixture, SavepointFixture.PARALLELISM, null);

    fails(() -> theLedgerEndsTheSame(fixture, heard));
    fails(() -> theStepsEndTheSame(fixture, heard));
    fails(() -> theTotalsEndTheSame(fixture, heard));
    if (!RELABELLED_SINCE.contains(fixture.name())) {
      fails(() -> theLineageGoesOn(fixture, heard));
    }
    fails(() -> theRevisionsGoOn(fixture, heard));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_fixture_is_small_whole_and_has_clocks_in_every_state(SavepointFixture fixture)
      throws Exception {
    assertThat(Files.size(fixture.savepoint())).isLessThan(MOST_BYTES);
    Map<String, OperatorState> states = new TreeMap<>();
    for (OperatorState state : fixture.metadata().getOperatorStates()) {
      states.put(state.getOperatorUid().orElse("none"), state);
    }
    assertThat(states).containsKeys("judge", "totals");
    assertThat(states.get("judge"))
        .returns(SavepointFixture.PARALLELISM, OperatorState::getParallelism)
        .returns(MAX_PARALLELISM, OperatorState::getMaxParallelism);
    assertThat(fixture.ledger())
        .filteredOn(row -> !row.gone())
        .extracting(row -> verdict(row) + (stopped(row) ? "" : ", no stop"))
        .as("clocks at the savepoint")
        .contains("running, no stop", "breached, no stop", "breached", "met", "cancelled, no stop");
  }

  private static String verdict(LogRow row) {
    return row.fields().getOrDefault("verdict", "");
  }

  private static boolean stopped(LogRow row) {
    return !row.fields().getOrDefault("stopped_at", "").isEmpty();
  }

  private static void theLedgerEndsTheSame(SavepointFixture fixture, Heard heard) {
    List<LogRow> rest = heard.ledger().stream().map(LogRow::of).toList();
    List<LogRow> all = neverStopped(fixture).ledger().stream().map(LogRow::of).toList();
    endsTheSame(fixture.ledger(), rest, all);
  }

  private static void theStepsEndTheSame(SavepointFixture fixture, Heard heard) {
    List<LogRow> rest = heard.milestones().stream().map(LogRow::of).toList();
    List<LogRow> all = neverStopped(fixture).milestones().stream().map(LogRow::of).toList();
    endsTheSame(fixture.milestones(), rest, all);
  }

  /** What no past version counted is counted from the restore on, and adds up. */
  private static void whatIsNewlyMeasuredBeginsWithNothing(Heard heard) {
    Map<Series, Long> last = new HashMap<>();
    heard.metrics().forEach(said -> last.put(said.series(), said.total().value()));
    assertThat(last).containsEntry(new Series(Measure.IDENTITY_IMBALANCE, List.of("time", "")), 0L);
    assertThat(last.entrySet())
        .filteredOn(each -> COUNTED_OF_STAGES.contains(each.getKey().measure()))
        .isNotEmpty()
        .allMatch(each -> each.getValue() >= 0);
  }

  /** Fields that the past version did not know are not compared. */
  private static void endsTheSame(List<LogRow> before, List<LogRow> rest, List<LogRow> all) {
    Set<String> known = before.get(0).fields().keySet();
    same(LogRow.truth(all, known), LogRow.truth(concat(before, rest), known));
  }

  private static void theTotalsEndTheSame(SavepointFixture fixture, Heard heard) {
    same(totals(fixture, neverStopped(fixture)), totals(fixture, heard));
  }

  /** One lineage all along; the old one, unless series have other labels now. */
  private static void theLineageGoesOn(SavepointFixture fixture, Heard heard) {
    assertThat(heard.metrics())
        .extracting(update -> update.lineage().id())
        .allMatch(id -> RELABELLED_SINCE.contains(fixture.name()) != id.equals(fixture.lineage()))
        .containsOnly(heard.metrics().get(0).lineage().id());
  }

  private static void theRevisionsGoOn(SavepointFixture fixture, Heard heard) {
    goOn(fixture.ledger(), heard.ledger().stream().map(LogRow::of).toList());
    goOn(fixture.milestones(), heard.milestones().stream().map(LogRow::of).toList());
  }

  /** Shows only what differs. */
  private static <K, V> void same(Map<K, V> neverStopped, Map<K, V> wentOn) {
    Set<K> keys = new LinkedHashSet<>(neverStopped.keySet());
    keys.addAll(wentOn.keySet());
    assertThat(keys.stream().filter(k -> !Objects.equals(neverStopped.get(k), wentOn.get(k))))
        .extracting(k -> k + ": " + neverStopped.get(k) + ", but " + wentOn.get(k))
        .as("what ended in another way than in a job that never stopped")
        .isEmpty();
  }

  /** Nothing is said twice under one number, and no number is left out. */
  private static void goOn(List<LogRow> before, List<LogRow> rest) {
    Map<String, Long> last =
        before.stream()
            .collect(Collectors.toMap(LogRow::ticket, LogRow::revision, (a, b) -> Math.max(a, b)));
    Map<String, List<Long>> then = new TreeMap<>();
    rest.forEach(
        row -> then.computeIfAbsent(row.ticket(), t -> new ArrayList<>()).add(row.revision()));
    then.forEach(
        (ticket, revisions) -> {
          long next = last.getOrDefault(ticket, 0L) + 1;
          assertThat(revisions)
              .as("revisions of %s", ticket)
              .isEqualTo(LongStream.range(next, next + revisions.size()).boxed().toList());
        });
  }

  /** The last of every counter, net of what was taken back, and of every gauge; those not at 0. */
  private static Map<Series, Total> totals(SavepointFixture fixture, Heard heard) {
    Map<Series, Total> last = new HashMap<>();
    for (SeriesUpdate update : heard.metrics()) {
      if (KEPT_FROM_THE_FIRST.contains(update.series().measure())
          && !(CALENDARS_UNCOUNTED.contains(fixture.name())
              && update.series().labels().contains("calendar_id"))
          && !(STAGES_UNKNOWN.contains(fixture.name())
              && update.series().labels().contains("stage_dwell_seconds"))) {
        last.put(update.series(), update.total());
      }
    }
    Map<Series, Total> net = new HashMap<>();
    last.forEach((series, total) -> net.merge(counted(series), signed(series, total), Total::plus));
    net.values().removeIf(total -> total.value() == 0 && total.buckets().isEmpty());
    return net;
  }

  private static final String RETRACTED = "_RETRACTED";

  private static boolean retracts(Series series) {
    return series.measure().name().endsWith(RETRACTED);
  }

  /** What a series adds to or takes from; verdicts without priority, as they are taken back. */
  private static Series counted(Series series) {
    Measure measure = Measure.valueOf(series.measure().name().replace(RETRACTED, ""));
    List<String> labels = series.labels();
    return measure == Measure.SLA_VERDICTS && labels.size() == 5
        ? new Series(measure, List.of(labels.get(0), labels.get(1), labels.get(3), labels.get(4)))
        : new Series(measure, labels);
  }

  private static Total signed(Series series, Total total) {
    return retracts(series) ? new Total(-total.value(), total.buckets()) : total;
  }

  private static Heard goOn(SavepointFixture fixture, int parallelism, @Nullable Path from)
      throws Exception {
    return new TicketRun(fixture.policies(), parallelism)
        .toTheEnd(fixture.whole(), fixture.before().size(), from);
  }

  private static Heard neverStopped(SavepointFixture fixture) {
    return NEVER_STOPPED.computeIfAbsent(
        fixture,
        it -> {
          try {
            return new TicketRun(it.policies(), SavepointFixture.PARALLELISM)
                .toTheEnd(it.whole(), 0, null);
          } catch (Exception e) {
            throw new IllegalStateException("the run without a stop failed", e);
          }
        });
  }

  private static void fails(Runnable comparison) {
    assertThatThrownBy(comparison::run).isInstanceOf(AssertionError.class);
  }

  private static <T> List<T> concat(Collection<T> first, Collection<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}

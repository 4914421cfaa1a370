package io.aftercare.launcher.monitoring;

import static io.aftercare.launcher.monitoring.LateRegionStory.LATE;
import static io.aftercare.launcher.monitoring.LateRegionStory.PAGE;
import static io.aftercare.launcher.monitoring.LateRegionStory.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.launcher.grafana.DashboardQueries;
import io.aftercare.launcher.monitoring.AlertmanagerApi.Held;
import io.aftercare.launcher.monitoring.NotificationLog.Received;
import io.aftercare.launcher.monitoring.PrometheusApi.LoadedRule;
import io.aftercare.launcher.monitoring.PrometheusApi.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * From a region that runs late to the message that names its tickets, with real parts, the shipped
 * rules and the shipped routes. The story is played once ({@link LateRegionStory}); the tests look
 * at what is left of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertingIT {
  /** How old what a message says may be: Prometheus repeats an alert to Alertmanager every 60 s. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(75);

  private static final Path TWINS = Path.of("..", "..", "dashboards", "rules", "tests");

  private final List<Sample> recorded = new ArrayList<>();
  private final List<DashboardQueries.Query> withoutData = new ArrayList<>();
  private @Nullable LateRegionStory played;

  @BeforeAll
  void play() throws Exception {
    played = LateRegionStory.play(this::lookAround);
  }

  @AfterAll
  void close() {
    if (played != null) {
      played.close();
    }
  }

  private void lookAround(WatchedHouse house) {
    String names = String.join("|", names(house, "recording"));
    recorded.addAll(house.prometheus().query("{__name__=~\"" + names + "\"}"));
    Map<String, String> everything = new HashMap<>(DashboardQueries.EVERYTHING);
    everything.put("__rate_interval", "20s");
    for (DashboardQueries.Query each : DashboardQueries.all(everything)) {
      if (series(house, each) == 0) {
        withoutData.add(each);
      }
    }
  }

  private static int series(WatchedHouse house, DashboardQueries.Query query) {
    return query.instant()
        ? house.prometheus().query(query.expression()).size()
        : house.prometheus().rangeSize(query.expression(), Duration.ofMinutes(2));
  }

  @Test
  void thePageNamesTicketsThatAreOverdueInThatRegionByTheLedger() {
    LedgerView ledger = new LedgerView(house().ledger());
    for (Received page : story().pages()) {
      assertThat(page.tickets()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
      assertThat(page.tickets())
          .allMatch(ticket -> ledger.wasOverdue(ticket, "triage", LATE, page.at(), UNDER_WAY));
      assertThat(page.alert().label("severity")).isEqualTo("page");
      assertThat(page.alert().annotation("runbook")).isEqualTo(PAGE + ".md");
    }
  }

  @Test
  void nobodyIsToldThatItIsOverWhileTheExporterIsAwayAndAfterIt() {
    List<Received> pages = story().pages();
    assertThat(pages).isNotEmpty().allMatch(each -> each.alert().isFiring());
    assertThat(pages.get(0).at()).isBefore(story().killed());
    assertThat(pages)
        .extracting(each -> Instant.parse(each.alert().startsAt()))
        .containsOnly(startsAt());
    assertThat(story().heldAfterRestart())
        .extracting(Held::state, held -> Instant.parse(held.startsAt()))
        .containsExactly(tuple("active", startsAt()));
    String since = "ALERTS_FOR_STATE{alertname=\"%s\",region=\"%s\"}".formatted(PAGE, LATE);
    assertThat(house().prometheus().value("changes(" + since + WHOLE + ")")).hasValue(0);
  }

  /**
   * As an instant: one of the two texts has three decimals always, the other as many as need be.
   */
  private Instant startsAt() {
    return Instant.parse(story().pages().get(0).alert().startsAt());
  }

  /**
   * What Prometheus computes is exact here. {@code increase()} is last minus first sample, made
   * longer for what lies between the ends of the range and of the samples: at the beginning by
   * nothing, for the first sample is 0 and a counter is not extrapolated below 0 (known series
   * stand at 0 before anything is counted, and the range begins before them); at the end by
   * nothing, for it is evaluated at the instant of the last sample.
   */
  @Test
  void increaseIsTheLedgersCountAlthoughTheExporterWasKilled() {
    double lastSample =
        house().prometheus().value("max(timestamp(aftercare_sla_verdicts_total))").orElseThrow();
    SortedMap<String, Double> counted = breaches("aftercare_sla_verdicts_total", lastSample);
    breaches("aftercare_sla_verdicts_retracted_total", lastSample)
        .forEach((clock, taken) -> counted.merge(clock, -taken, Double::sum));
    counted.values().removeIf(each -> each == 0);

    SortedMap<String, Double> ledger = new LedgerView(house().ledger()).breaches();
    assertThat(ledger).containsKey(LATE + " triage");
    assertThat(counted).isEqualTo(ledger);
  }

  private SortedMap<String, Double> breaches(String counter, double at) {
    String increase =
        "sum by (region, sla) (increase(%s{verdict=\"breached\",slot=\"active\"}%s))"
            .formatted(counter, WHOLE);
    return house().prometheus().query(increase, at).stream()
        .collect(
            Collectors.toMap(
                each -> each.label("region") + " " + each.label("sla"),
                Sample::value,
                Double::sum,
                TreeMap::new));
  }

  @Test
  void noCounterFell() {
    for (String each : accumulating()) {
      assertThat(house().prometheus().query("resets(" + each + WHOLE + ") > 0")).as(each).isEmpty();
    }
    String regressions = "max_over_time(aftercare_exporter_counter_regressions_total" + WHOLE + ")";
    assertThat(house().prometheus().value(regressions)).hasValue(0);
  }

  /** Names of all series that may only rise. */
  private static List<String> accumulating() {
    return Arrays.stream(MetricCatalogue.values())
        .flatMap(
            metric ->
                switch (metric.kind()) {
                  case COUNTER -> Stream.of(metric.metricName());
                  case HISTOGRAM ->
                      Stream.of("_bucket", "_count", "_sum").map(metric.metricName()::concat);
                  default -> Stream.of();
                })
        .toList();
  }

  /**
   * A simulated service tells its own time and never catches up, and has no incident in its first
   * week: those rules have their twins.
   */
  @Test
  void everyRuleWorksAndWhatIsRecordedIsThere() {
    assertThat(house().prometheus().rules())
        .isNotEmpty()
        .allMatch(each -> each.health().equals("ok") && each.lastError().isEmpty());
    Set<String> seen =
        recorded.stream().map(each -> each.label("__name__")).collect(Collectors.toSet());
    assertThat(names(house(), "recording"))
        .filteredOn(name -> !name.contains("catching_up") && !name.contains("caught_up"))
        .filteredOn(name -> !name.contains("complaint_incident") && !name.contains("mass_regions"))
        .allMatch(seen::contains);
  }

  @Test
  void everyQueryOfTheDashboardsHasData() {
    assertThat(withoutData).isEmpty();
  }

  @Test
  void everyAlertFiredHereOrHasItsTwin() throws IOException {
    String fired = "count by (alertname) (count_over_time(ALERTS{alertstate=\"firing\"}%s))";
    Set<String> proven =
        house().prometheus().query(fired.formatted(WHOLE)).stream()
            .map(each -> each.label("alertname"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(proven).contains(PAGE, "Watchdog");
    try (Stream<Path> twins = Files.list(TWINS)) {
      twins.forEach(twin -> proven.add(twin.getFileName().toString().replace(".yaml", "")));
    }
    assertThat(proven).containsAll(names(house(), "alerting"));
  }

  private static Set<String> names(WatchedHouse house, String kind) {
    return house.prometheus().rules().stream()
        .filter(each -> each.kind().equals(kind))
        .map(LoadedRule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private LateRegionStory story() {
    return Objects.requireNonNull(played);
  }

  private WatchedHouse house() {
    return story().house();
  }
}

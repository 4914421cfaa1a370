package io.aftercare.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.rules.RuleFile.Rule;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every rule of the house must have; none of it needs a tool. */
class RulePolicyTest {
  private static final String WATCHDOG = "Watchdog";
  private static final String CATCHING_UP = "max(aftercare_catching_up) == 1";
  private static final Pattern STREAM_CATCHING_UP =
      Pattern.compile(
          "max\\(max without \\(instance, pod\\)"
              + " \\(aftercare_catching_up\\{stream=\"(tickets|calls|complaints)\"}\\)\\) == 1");
  private static final String CATCHING_UP_ON_END =
      "min_over_time(aftercare:catching_up:max[90s]) == 1";
  private static final Pattern ENOUGH = Pattern.compile("(?:settled:\\S+|\\)) >= (\\d+)");
  private static final Pattern MINUTES = Pattern.compile("(\\d+)m");

  private final List<Rule> alerts = RuleFile.alerts();

  @Test
  void everyAlertSaysHowBadWhatWhereAndWhatToDo() {
    for (Rule alert : alerts) {
      assertThat(alert.label("severity")).as(alert.name()).isIn(severities(alert));
      for (String key : List.of("summary", "description", "action")) {
        assertThat(alert.annotation(key)).as(alert.name() + " " + key).isNotBlank();
      }
      assertThat(alert.annotation("summary")).as(alert.name()).doesNotContain("\n");
      assertThat(alert.annotation("wallboard")).as(alert.name()).startsWith("/");
      assertThat(alert.annotation("dashboard"))
          .as(alert.name())
          .matches("/d/aftercare-(wallboard|regions|region|pipeline)\\?orgId=1.*");
    }
  }

  private static Set<String> severities(Rule alert) {
    return alert.name().equals(WATCHDOG) ? Set.of("none") : Set.of("page", "notify", "ticket");
  }

  @Test
  void aRunbookStandsBehindEachAlertAndNoneBehindNothing() {
    Set<String> runbooks = new TreeSet<>();
    for (Rule alert : alerts) {
      assertThat(alert.annotation("runbook")).isEqualTo(alert.name() + ".md");
      runbooks.add(alert.name() + ".md");
      assertThat(House.text(House.RUNBOOKS.resolve(alert.name() + ".md")).lines())
          .as(alert.name())
          .containsSubsequence(
              "# " + alert.name(), "## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
      assertThat(House.text(House.RUNBOOKS.resolve("README.md")))
          .contains("[%s](%s.md) | %s |".formatted(alert.name(), alert.name(), severity(alert)));
    }
    runbooks.add("README.md");
    assertThat(House.files(House.RUNBOOKS, ".md"))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(runbooks);
  }

  private static String severity(Rule alert) {
    return alert.label("severity");
  }

  @Test
  void aTwinShowsEachAlertFiringAndNotFiring() {
    for (Rule alert : alerts) {
      List<Integer> firing = twin(alert.name());
      assertThat(firing).as(alert.name() + " fires").anyMatch(count -> count > 0);
      if (!alert.name().equals(WATCHDOG)) {
        assertThat(firing).as(alert.name() + " does not fire").contains(0);
      }
    }
  }

  /** How many alerts of the name each evaluation of its twin expects. */
  private static List<Integer> twin(String alert) {
    List<Integer> counts = new ArrayList<>();
    Map<?, ?> twin = (Map<?, ?>) RuleFile.yaml(House.text(House.TWINS.resolve(alert + ".yaml")));
    for (Object test : (List<?>) RuleFile.value(twin, "tests")) {
      for (Object eval : (List<?>) RuleFile.value((Map<?, ?>) test, "alert_rule_test")) {
        assertThat(RuleFile.value((Map<?, ?>) eval, "alertname")).isEqualTo(alert);
        counts.add(((List<?>) RuleFile.value((Map<?, ?>) eval, "exp_alerts")).size());
      }
    }
    return counts;
  }

  @Test
  void namesAreUniqueButForTheSlaOfABurn() {
    assertThat(alerts)
        .extracting(alert -> alert.name() + "/" + alert.label("sla"))
        .doesNotHaveDuplicates();
    assertThat(RuleFile.all())
        .filteredOn(file -> !file.path().endsWith(ShippedRules.BURN))
        .flatExtracting(RuleFile::rules)
        .extracting(Rule::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyMetricAskedForExistsAndHasTheLabel() {
    KnownMetrics known = KnownMetrics.all();
    for (RuleFile file : RuleFile.all()) {
      for (Rule rule : file.rules()) {
        List<String> texts = new ArrayList<>(rule.annotations().values());
        texts.add(rule.expr());
        for (String text : texts) {
          assertThat(PromQl.metrics(text))
              .as(rule.name())
              .allMatch(metric -> known.has(metric) || metric.equals("up"));
          assertThat(PromQl.selections(text))
              .as(rule.name())
              .allMatch(it -> known.has(it.metric(), it.label()) || it.metric().equals("up"));
        }
      }
    }
  }

  @Test
  void aRatioNeedsAtLeastTwenty() {
    for (Rule alert : alerts) {
      if (alert.expr().contains("ratio") || alert.expr().contains(" / ")) {
        Matcher enough = ENOUGH.matcher(alert.expr());
        assertThat(enough.find()).as(alert.name() + " has an n").isTrue();
        assertThat(Integer.parseInt(enough.group(1))).as(alert.name()).isGreaterThanOrEqualTo(20);
      }
    }
  }

  @Test
  void aRestartOfTheExporterResolvesNothing() {
    for (Rule alert : alerts) {
      if (alert.name().equals(WATCHDOG)) {
        assertThat(alert.keepFiringFor()).as(alert.name()).isEmpty();
      } else {
        Matcher minutes = MINUTES.matcher(alert.keepFiringFor());
        assertThat(minutes.matches()).as(alert.name() + " keep_firing_for").isTrue();
        assertThat(Integer.parseInt(minutes.group(1))).as(alert.name()).isGreaterThanOrEqualTo(2);
      }
    }
  }

  /** All of the pipeline, or the one stream that the alert is about. */
  @Test
  void noAlertAboutAPromiseStartsWhileCatchingUp() {
    for (String file :
        List.of("sla.yaml", "calls.yaml", "regions.yaml", "complaints.yaml", ShippedRules.BURN)) {
      for (Rule alert : RuleFile.of(House.RULES.resolve(file)).rules()) {
        if (!alert.alert()) {
          continue;
        }
        boolean waits = !alert.patience().isEmpty();
        String expr = STREAM_CATCHING_UP.matcher(alert.expr()).replaceAll(CATCHING_UP);
        assertThat(expr)
            .as(alert.name())
            .contains("unless on () " + (waits ? CATCHING_UP_ON_END : CATCHING_UP))
            .doesNotContain(waits ? CATCHING_UP : CATCHING_UP_ON_END);
      }
    }
  }

  /** Of a queue nobody knows the contacts, but the contacts of callbacks are owed one by one. */
  @Test
  void whatIsAboutClocksNamesTheWorst() {
    for (RuleFile file : RuleFile.all()) {
      for (Rule alert : file.rules()) {
        if (alert.alert() && alert.expr().contains("aftercare_sla_")) {
          assertThat(alert.annotation("tickets"))
              .as(alert.name())
              .contains(
                  "aftercare_sla_worst_overdue_deadline_seconds", "aftercare:event_time_seconds");
        }
      }
    }
  }

  @Test
  void whatIsAboutAQueueNamesItAndOpensItsDashboard() {
    for (Rule alert : alerts) {
      if (alert.expr().startsWith("region_queue")) {
        assertThat(alert.annotation("summary")).as(alert.name()).contains("{{ $labels.queue }}");
        assertThat(alert.annotation("dashboard"))
            .as(alert.name())
            .contains("&var-queue={{ $labels.queue | urlquery }}");
      }
    }
  }

  /** What drives it is no label of a metric: the API says it. */
  @Test
  void whatIsAboutComplaintsSaysWhereItsDriversStand() {
    for (Rule alert : RuleFile.of(House.RULES.resolve("complaints.yaml")).rules()) {
      if (alert.alert()) {
        assertThat(alert.annotation("drivers"))
            .as(alert.name())
            .startsWith("/api/v1/spikes?")
            .endsWith("&state=open");
      }
    }
  }

  /** Else what a catch-up makes pending fires before the guard has seen 90 s of it. */
  @Test
  void whatWaitsWaitsLongerThanItsGuard() {
    for (Rule alert : alerts) {
      if (alert.expr().contains(CATCHING_UP_ON_END)) {
        Matcher minutes = MINUTES.matcher(alert.patience());
        assertThat(minutes.matches()).as(alert.name() + " for").isTrue();
        assertThat(Integer.parseInt(minutes.group(1))).as(alert.name()).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void twoExportersCountOnce() {
    for (RuleFile file : RuleFile.all()) {
      for (Rule rule : file.rules()) {
        String expr = rule.expr().replace(CATCHING_UP, "");
        boolean raw = PromQl.metrics(expr).stream().anyMatch(name -> name.startsWith("aftercare_"));
        if (raw && !rule.name().equals("ExporterNotReady")) {
          assertThat(expr)
              .as(rule.name())
              .matches(
                  "(?s)(max( by \\(\\w+\\) )?|absent)\\(.*|.*max without \\(instance, pod\\).*");
          assertThat(sums(expr))
              .as(rule.name())
              .allMatch(sum -> sum.startsWith("max without (instance, pod)"));
        }
      }
    }
  }

  /** What stands directly inside each sum. */
  private static List<String> sums(String expr) {
    List<String> inside = new ArrayList<>();
    Matcher sum = Pattern.compile("sum by \\([\\w, ]+\\) \\(\\s*(.{0,40})").matcher(expr);
    while (sum.find()) {
      if (!sum.group(1).startsWith("region_")) { // recorded
        inside.add(sum.group(1));
      }
    }
    return inside;
  }

  @Test
  void everyTwinBelongsToAnAlertOrToTheRecordingRules() {
    for (var twin : House.files(House.TWINS, ".yaml")) {
      String name = twin.getFileName().toString().replace(".yaml", "");
      assertThat(name.equals("recording") || alerts.stream().anyMatch(it -> it.name().equals(name)))
          .as(twin.toString())
          .isTrue();
    }
    assertThat(Files.exists(House.TWINS.resolve("recording.yaml"))).isTrue();
  }
}

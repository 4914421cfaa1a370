package io.aftercare.launcher.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The committed dashboards keep every rule. That each rule can fail: {@link PlantedFaultsTest}. */
class DashboardPolicyTest {
  private static final List<Dashboard> DASHBOARDS = Dashboard.committed();
  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((\\w+)(?:\\{[^}]*})?, (\\w+)\\)");

  @Test
  void thereAreFourUnderTheirLastingNames() {
    assertThat(uids())
        .containsExactlyInAnyOrder(
            "aftercare-wallboard", "aftercare-regions", "aftercare-region", "aftercare-pipeline");
  }

  @Test
  void everyPanelSaysWhatItMeansAndAsksTheChosenPrometheus() {
    assertThat(broken(PanelRules::complete)).isEmpty();
  }

  @Test
  void idsAreUniqueAndNothingOverlaps() {
    assertThat(broken(PanelRules::placed)).isEmpty();
  }

  @Test
  void besideEachRatioStandsItsN() {
    assertThat(broken(PanelRules::countedRatios)).isEmpty();
  }

  @Test
  void eachSaysHowOldItsDataIs() {
    assertThat(broken(PanelRules::dataAge)).isEmpty();
  }

  @Test
  void windowsAreTheGraphsOrNamed() {
    assertThat(broken(QueryRules::windows)).isEmpty();
    assertThat(broken(QueryRules::steps)).isEmpty();
  }

  @Test
  void everyMetricIsServedBySomebody() {
    Set<String> known = MetricNames.known();
    assertThat(broken(dashboard -> QueryRules.names(dashboard, known))).isEmpty();
  }

  @Test
  void everyLabelAskedForIsOneOfItsMetric() {
    assertThat(broken(QueryRules::labels)).isEmpty();
  }

  @Test
  void variablesAreFilledFromLabelsThatAreServed() {
    Map<String, Set<String>> served = MetricNames.labels();
    List<Matcher> asked =
        DASHBOARDS.stream()
            .flatMap(dashboard -> dashboard.variables().stream())
            .map(variable -> LABEL_VALUES.matcher(variable.path("definition").asText()))
            .filter(Matcher::matches)
            .toList();
    assertThat(asked)
        .extracting(each -> each.group(2))
        .contains("region", "channel", "priority", "queue", "category");
    assertThat(asked)
        .allSatisfy(each -> assertThat(served.get(each.group(1))).contains(each.group(2)));
  }

  @Test
  void twoExportersCountOnce() {
    assertThat(broken(QueryRules::replicas)).isEmpty();
  }

  @Test
  void countersAreNet() {
    assertThat(broken(QueryRules::net)).isEmpty();
  }

  @Test
  void linksKeepTimeAndVariables() {
    Set<String> uids = uids();
    assertThat(broken(dashboard -> LinkRules.keepTimeAndVariables(dashboard, uids))).isEmpty();
  }

  @Test
  void alertsAreMarkedInEveryGraph() {
    assertThat(DASHBOARDS)
        .allSatisfy(
            dashboard ->
                assertThat(dashboard.annotations())
                    .anySatisfy(
                        annotation ->
                            assertThat(annotation.path("expr").asText()).startsWith("ALERTS{")));
  }

  private static Set<String> uids() {
    return DASHBOARDS.stream().map(Dashboard::uid).collect(Collectors.toSet());
  }

  private static List<String> broken(Function<Dashboard, List<String>> rule) {
    return DASHBOARDS.stream().flatMap(dashboard -> rule.apply(dashboard).stream()).toList();
  }
}

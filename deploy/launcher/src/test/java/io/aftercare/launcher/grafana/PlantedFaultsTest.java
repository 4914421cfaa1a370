package io.aftercare.launcher.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dashboard with every fault there is a rule for: a rule that cannot fail is worse than none. */
class PlantedFaultsTest {
  private static final Dashboard FAULTY =
      Dashboard.of(
          """
          {"uid": "faulty",
           "links": [{"title": "others", "type": "dashboards", "keepTime": true, "includeVars": false}],
           "templating": {"list": [{"name": "datasource"}, {"name": "region"}]},
           "panels": [
            {"id": 1, "type": "row", "title": "No query, and needs none", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 1}},
            {"id": 2, "type": "stat", "gridPos": {"x": 0, "y": 1, "w": 12, "h": 4}},
            {"id": 2, "type": "timeseries", "title": "Faults", "description": "**What to do:** look",
             "datasource": {"uid": "${datasource}"},
             "gridPos": {"x": 11, "y": 4, "w": 8, "h": 4},
             "fieldConfig": {
              "defaults": {"unit": "percentunit", "noValue": "-", "links": [
                {"title": "gone", "url": "/d/nowhere?${datasource:queryparam}"},
                {"title": "outside", "url": "https://example.org/"}]},
              "overrides": []},
             "targets": [
              {"refId": "A", "datasource": {"uid": "a-certain-one"}, "expr": "sum(rate(aftercare_tickets_created_total[7m]))"},
              {"refId": "A", "datasource": {"uid": "${datasource}"}, "expr": "increase(aftercare_invented_total{a=\\"b\\"}[$__range])"},
              {"refId": "B", "datasource": {"uid": "${datasource}"}, "expr": "region_sla:aftercare_sla_met:ratio1h"}]},
            {"id": 3, "type": "stat", "title": "Wide", "gridPos": {"x": 20, "y": 20, "w": 5, "h": 4}}]}
          """);

  @Test
  void whatAPanelLacksIsNamed() {
    assertThat(PanelRules.complete(FAULTY))
        .contains(
            "faulty, panel 2 '' has no title",
            "faulty, panel 2 '' has no description that says what to do",
            "faulty, panel 2 '' has no unit",
            "faulty, panel 2 '' has no text for no value",
            "faulty, panel 2 '' has no query",
            "faulty, panel 2 '' does not ask the datasource variable",
            "faulty, panel 2 'Faults' has a query without expression or datasource variable",
            "faulty, panel 2 'Faults' uses a refId twice")
        .noneMatch(fault -> fault.contains("panel 1"));
  }

  @Test
  void aPlaceTakenTwiceIsNamed() {
    assertThat(PanelRules.placed(FAULTY))
        .containsExactly(
            "faulty, panel 2 has no id of its own",
            "faulty, panel 2 overlaps another",
            "faulty, panel 3 is outside of the grid");
  }

  @Test
  void aRatioWithoutNAndADashboardWithoutDataAgeAreNamed() {
    assertThat(PanelRules.countedRatios(FAULTY))
        .containsExactly("faulty, panel 2 'Faults' shows a ratio without n");
    assertThat(PanelRules.dataAge(FAULTY))
        .containsExactly("faulty has no Data age at its top right");
  }

  @Test
  void aWindowNobodyNamesIsNamed() {
    assertThat(QueryRules.windows(FAULTY))
        .containsExactly(
            "faulty, panel 2 'Faults' does not say that its window is 1 h",
            "faulty, panel 2 'Faults' does not say that its window is 7 min");
    assertThat(QueryRules.steps(FAULTY))
        .containsExactly("faulty, panel 2 'Faults' sums the time range at every point");
  }

  @Test
  void anInventedMetricIsNamed() {
    assertThat(QueryRules.names(FAULTY, MetricNames.known()))
        .containsExactly(
            "faulty, panel 2 'Faults' asks for aftercare_invented_total, which nobody serves");
  }

  @Test
  void aFigureThatTwoExportersDoubleOrThatIsNotNetIsNamed() {
    assertThat(QueryRules.replicas(FAULTY))
        .containsExactly(
            "faulty, panel 2 'Faults' doubles aftercare_tickets_created_total with two exporters");
    assertThat(QueryRules.net(FAULTY))
        .containsExactly(
            "faulty, panel 2 'Faults' shows aftercare_tickets_created_total without what was taken back");
  }

  @Test
  void aLinkThatForgetsIsNamed() {
    assertThat(LinkRules.keepTimeAndVariables(FAULTY, Set.of("faulty")))
        .containsExactly(
            "faulty, link 'others' loses time or variables",
            "faulty, link 'gone' leads to nowhere, which is not here",
            "faulty, link 'gone' loses the time range",
            "faulty, link 'gone' loses the variable region",
            "faulty, link 'outside' leads out of the product: https://example.org/");
  }

  @Test
  void namesAreReadOutOfExpressions() {
    assertThat(
            MetricNames.in(
                "sum by (region) (max without (instance, pod) (a_total{b=\"c or d\"}[5m])) / on (x)"
                    + " group_left () e:f:g1h >= bool 2 or label_replace(vector(0), \"h\", \"i\", \"\", \"\")"))
        .containsExactly("a_total", "e:f:g1h");
  }
}

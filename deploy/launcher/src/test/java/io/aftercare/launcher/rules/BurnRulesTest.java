package io.aftercare.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.io.policy.RuleFiles;
import io.aftercare.launcher.UsageException;
import io.aftercare.launcher.rules.RuleFile.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurnRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  /** {@code -Drules.update} writes the file anew; read the diff before committing. */
  @Test
  void theCommittedFileIsThatOfTheShippedPolicies() throws IOException {
    Path committed = House.RULES.resolve(ShippedRules.BURN);
    String made = BurnRules.text(RuleFiles.shipped().rulebook(), NOW, BurnFactors.computed());
    if (System.getProperty("rules.update") != null) {
      Files.writeString(committed, made);
    }
    assertThat(House.text(committed)).isEqualTo(made);
  }

  @Test
  void twoAlertsForEachSlaWithABudgetByTheLowestObjectiveInForce() {
    String text =
        text(
            """
            policies:
              - {id: a, version: 1, sla: fix, metric: resolution, targets: {p1: 1h}, objective: 0.9}
              - {id: b, version: 1, sla: fix, metric: resolution, targets: {all: 1h}, objective: 0.5}
              - {id: b, version: 2, sla: fix, metric: resolution, targets: {all: 1h}, objective: 0.8, effective_from: 2026-11-01T00:00:00Z}
              - {id: b, version: 3, sla: fix, metric: resolution, targets: {all: 1h}, objective: 0.6, effective_from: 2199-01-01T00:00:00Z}
              - {id: s, version: 1, role: shadow, slot: s, sla: fix, metric: resolution, targets: {all: 1h}, objective: 0.2}
              - {id: t, version: 1, sla: look, metric: triage, targets: {all: 1h}, objective: 1}
              - {id: n, version: 1, sla: next, metric: next_response, targets: {all: 1h}}
              - {id: o, version: 1, sla: own, metric: ownership, targets: {all: 1h}, objective: 0.7}
              - {id: o, version: 2, retired: true, effective_from: 2026-11-01T00:00:00Z}
              - {id: q, version: 1, sla: answer, metric: call_answer, targets: {all: 30s}, objective: 0.8}
              - {id: c, version: 1, sla: ring, metric: callback, targets: {all: 1h}, objective: 0.9}
            """);
    List<Rule> alerts = RuleFile.parse(text);
    assertThat(alerts)
        .extracting(rule -> rule.name() + " " + rule.label("sla") + " " + rule.label("severity"))
        .containsExactly(
            "SlaBudgetBurnFast fix page",
            "SlaBudgetBurnSlow fix notify",
            "SlaBudgetBurnFast ring page",
            "SlaBudgetBurnSlow ring notify");
    assertThat(alerts.get(0).expr())
        .contains("ratio1h{sla=\"fix\"} > 0.6\n", "ratio5m{sla=\"fix\"} > 0.6\n", ">= 20\n");
    assertThat(text)
        .contains("# fix (a v1 90 %, b v2 80 %): budget 20 %, factor 3\n")
        .contains("# look (t v1 100 %) has no budget: no burn alert.\n");
  }

  @Test
  void nothingToBurnIsAnEmptyGroup() {
    String text =
        text("policies: [{id: a, version: 1, sla: s, metric: triage, targets: {all: 1h}}]");
    assertThat(text).endsWith("    rules: []\n");
    assertThat(RuleFile.parse(text)).isEmpty();
  }

  @Test
  void anAlertThatCannotFireIsRefusedByName() {
    var shipped = RuleFiles.shipped().rulebook();
    BurnFactors textbook = BurnFactors.computed().with(BurnWindow.SLOW, 6);
    assertThatThrownBy(() -> BurnRules.text(shipped, NOW, textbook))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("SlaBudgetBurnSlow of sla first_response could never fire: ")
        .hasMessageContaining("more than 120 % of the clocks");
  }

  private static String text(String policies) {
    return BurnRules.text(
        RuleFiles.parse("p.yaml", policies).rulebook(), NOW, BurnFactors.computed());
  }
}

package io.aftercare.launcher.rules;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.launcher.UsageException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of {@code burn.yaml}: for each sla with an objective below 1 a fast and a slow alert, at
 * the speeds of {@link BurnRate}, over all regions. An objective of 1 leaves no budget to burn and
 * has none; every single breach is news there, and the other alerts tell it. The same policies give
 * the same text.
 */
final class BurnRules {
  private static final String HEADER =
      """
      # Made by `./aftercare rules` from policies; changes belong there. How fast the budget of each objective is spent,
      # over all regions: 1 - objective of the clocks may breach. factor = min(2 % of a week's budget in 1 h, or 5 % in 6 h;
      # half way to breaching always), so that each of these alerts can fire. How the factor is derived: BurnRate.java.
      #
      # promtool test twins: tests/<Alert>.yaml. Runbooks: ../runbooks/<Alert>.md.

      groups:
        - name: aftercare-burn
      """;

  private BurnRules() {}

  /**
   * The rules for what is in force at an instant.
   *
   * @throws UsageException if one of the alerts could never fire
   */
  static String text(Rulebook rules, Instant instant, BurnFactors factors) {
    List<Objectives> objectives = Objectives.inForce(rules, instant);
    String alerts =
        objectives.stream().map(each -> alerts(each, factors)).collect(Collectors.joining());
    boolean none = objectives.stream().noneMatch(Objectives::leavesBudget);
    return HEADER + (none ? "    rules: []\n" : "    rules:\n") + alerts;
  }

  private static String alerts(Objectives objectives, BurnFactors factors) {
    String policies = String.join(", ", objectives.policies());
    if (!objectives.leavesBudget()) {
      return "\n      # %s (%s) has no budget: no burn alert.\n"
          .formatted(objectives.sla(), policies);
    }
    StringBuilder text = new StringBuilder();
    for (BurnWindow window : BurnWindow.values()) {
      BurnRate rate = factors.rate(window, objectives.lowest());
      if (!rate.obstacle().isEmpty()) {
        throw new UsageException(
            "%s of sla %s could never fire: %s; choose a lower factor, or leave it to be computed"
                .formatted(window.alert(), objectives.sla(), rate.obstacle()));
      }
      text.append(
          "\n      # %s (%s): budget %s, factor %s\n"
              .formatted(
                  objectives.sla(),
                  policies,
                  Figures.percent(1 - objectives.lowest()),
                  Figures.plain(rate.factor())));
      text.append(BurnAlert.text(objectives.sla(), window, rate));
    }
    return text.toString();
  }
}

package io.aftercare.launcher.rules;

import java.util.Map;

/**
 * The text of one burn alert, out of a template. It is held back by 90 s of catching up on end,
 * less than any {@link BurnWindow#patience()}: a single 1 would start the wait anew.
 */
final class BurnAlert {
  private static final String TEMPLATE =
      """
            - alert: @alert
              expr: |
                1 - sla:aftercare_sla_met:ratio@long{sla=@sla} > @ratio
                and 1 - sla:aftercare_sla_met:ratio@short{sla=@sla} > @ratio
                and sla:aftercare_sla_settled:increase@long{sla=@sla} >= @settled
                unless on () min_over_time(aftercare:catching_up:max[90s]) == 1
                unless on () aftercare:caught_up_seconds:@long
              for: @patience
              keep_firing_for: 15m
              labels:
                severity: @severity
                sla: @sla
              annotations:
                summary: >-
                  {{ $labels.sla }}: {{ $value | humanizePercentage }} of clocks breached in the last @long, over all regions; the objective allows @budget
                description: >-
                  At this speed the budget of breaches goes @factor times as fast as the objective (@objective) allows, or faster, and still does in the last @short.
                action: >-
                  Find the regions that breach on the regions' dashboard, worst first, and move people there.
                tickets: >-
                  {{ range $i, $worst := printf "sort_desc(topk(5, scalar(aftercare:event_time_seconds) - max by (region, sla, ticket_id) (aftercare_sla_worst_overdue_deadline_seconds{sla=%q}) >= 0))" $labels.sla | query -}}
                  {{ if $i }}, {{ end }}{{ $worst | label "ticket_id" }} of {{ $worst | label "region" }} (overdue {{ $worst | value | humanizeDuration }}){{ else }}none is overdue now{{ end }}
                dashboard: /d/aftercare-regions?orgId=1
                wallboard: /
                runbook: @alert.md
      """;

  private BurnAlert() {}

  static String text(String sla, BurnWindow window, BurnRate rate) {
    Map<String, String> values =
        Map.of(
            "@alert", window.alert(),
            "@long", window.longWindow(),
            "@short", window.shortWindow(),
            "@ratio", Figures.plain(rate.breachRatio()),
            "@settled", Long.toString(rate.settledAtLeast()),
            "@patience", window.patience(),
            "@severity", window.severity(),
            "@budget", Figures.percent(1 - rate.objective()),
            "@factor", Figures.plain(rate.factor()),
            "@objective", Figures.percent(rate.objective()));
    String text = TEMPLATE;
    for (Map.Entry<String, String> each : values.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    return text.replace("@sla", quoted(sla));
  }

  /** As a PromQL string; an sla is named by people. */
  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

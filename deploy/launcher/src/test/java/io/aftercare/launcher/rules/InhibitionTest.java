package io.aftercare.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.rules.RuleFile.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which message withholds which, by the inhibitions of the example configuration. */
class InhibitionTest {
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~?)\\s*\"(.*)\"");
  private static final List<?> RULES =
      (List<?>)
          RuleFile.value(
              (Map<?, ?>) RuleFile.yaml(House.text(House.ALERTMANAGER.resolve("alertmanager.yml"))),
              "inhibit_rules");

  @ParameterizedTest
  @CsvSource({
    "MassComplaint category=damage, ComplaintSpike region=metro category=damage, true",
    "MassComplaint category=damage, ComplaintSpike region=metro category=billing, false",
    "MassComplaint category=damage, ComplaintSpike region=metro category=*, false",
    "MassComplaint category=damage, IncidentContainmentMissed region=metro, false",
    "ComplaintSpike region=metro category=damage, MassComplaint category=damage, false",
    "IncidentContainmentMissed region=metro, IncidentContainmentAtRisk region=metro, true",
    "IncidentContainmentMissed region=metro, IncidentContainmentAtRisk region=coast, false",
    "IncidentContainmentAtRisk region=metro, IncidentContainmentMissed region=metro, false",
    "RegionSilent region=metro, ComplaintSpike region=metro category=damage, true",
    "RegionSilent region=metro, IncidentContainmentMissed region=metro, true",
    "RegionSilent region=metro, ComplaintSpike region=coast category=damage, false",
    "RegionSilent region=metro, MassComplaint category=damage, false",
    "TriageOverdueMany region=metro, TriageOverdue region=metro, true",
    "CallerWaitingTooLong region=metro queue=a, CallAbandonHigh region=metro queue=b, false"
  })
  void whatWithholdsWhat(String source, String target, boolean inhibits) {
    assertThat(inhibits(labels(source), labels(target))).isEqualTo(inhibits);
  }

  @ParameterizedTest
  @CsvSource({"PipelineStalled", "MetricsAbsent", "CatchingUpTooLong"})
  void figuresThatDoNotMoveWithholdWhatIsSaidOfRegionsAndComplaints(String source) {
    for (String file : List.of("regions.yaml", "complaints.yaml")) {
      for (Rule alert : RuleFile.of(House.RULES.resolve(file)).rules()) {
        if (alert.alert()) {
          assertThat(inhibits(labels(source), labels(alert.name() + " region=metro category=a")))
              .as(alert.name())
              .isTrue();
        }
      }
    }
  }

  @Test
  void nothingWithholdsItself() {
    for (Rule alert : RuleFile.alerts()) {
      Map<String, String> labels = labels(alert.name() + " region=metro");
      assertThat(inhibits(labels, labels)).as(alert.name()).isFalse();
    }
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    for (String word : List.of(text.split(" "))) {
      int equals = word.indexOf('=');
      labels.put(equals < 0 ? "alertname" : word.substring(0, equals), word.substring(equals + 1));
    }
    return labels;
  }

  private static boolean inhibits(Map<String, String> source, Map<String, String> target) {
    return RULES.stream()
        .map(rule -> (Map<?, ?>) rule)
        .anyMatch(
            rule ->
                all(rule, "source_matchers", source)
                    && all(rule, "target_matchers", target)
                    && equal(rule).stream()
                        .allMatch(
                            label ->
                                source
                                    .getOrDefault(label, "")
                                    .equals(target.getOrDefault(label, ""))));
  }

  private static List<String> equal(Map<?, ?> rule) {
    return rule.get("equal") instanceof List<?> labels
        ? labels.stream().map(Object::toString).toList()
        : List.of();
  }

  private static boolean all(Map<?, ?> rule, String key, Map<String, String> labels) {
    return ((List<?>) RuleFile.value(rule, key))
        .stream().allMatch(each -> matches(each.toString(), labels));
  }

  /** Anchored, as Alertmanager's are. */
  private static boolean matches(String text, Map<String, String> labels) {
    Matcher matcher = MATCHER.matcher(text);
    assertThat(matcher.matches()).as(text).isTrue();
    String value = labels.getOrDefault(matcher.group(1), "");
    return matcher.group(2).equals("=")
        ? value.equals(matcher.group(3))
        : value.matches(matcher.group(3));
  }
}

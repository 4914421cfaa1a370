package io.aftercare.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.sla.PublishedRules;
import io.aftercare.domain.sla.Region;
import io.aftercare.io.yaml.YamlError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be published after what, and what a reader of the topic makes of it. */
class PublicationTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");

  private static final String FIRST =
      """
      policies:
        - {id: a, version: 1, sla: s, metric: triage, targets: {all: 1h}, calendar: c}
        - {id: b, version: 1, sla: s, metric: triage, targets: {all: 2h}}
      calendars:
        - {id: c, version: 1, zone: UTC, weekly: {mon: ["09:00-17:00"]}}
      """;

  private final List<PublishedRule> topic = new ArrayList<>();

  @Test
  void aFirstPublicationMayRuleThePastAndCalendarsComeBeforeWhatNamesThem() {
    assertThat(publish(FIRST, MONDAY))
        .extracting(PublishedRule::key)
        .containsExactly("calendar/c@1", "policy/a@1", "policy/b@1");
    assertThat(readers().rules()).isEqualTo(RuleFiles.parse("f", FIRST).rulebook());
  }

  @Test
  void theRegionsOfTheFilesAreOnTheCalendarsThatArePublishedWithThem() {
    String text =
        FIRST
            + "regions:\n  - {name: n, zone: UTC, calendar: c}\n"
            + "  - {name: m, zone: UTC, calendar: 24x7}\n";
    RuleSet file = RuleFiles.parse("p.yaml", text);
    PublishedRules rules =
        PublishedRules.nothing(file.rulebook().regions().values(), new RuleLines());
    assertThat(rules.rules().regions()).containsOnlyKeys("m");
    assertThat(Publication.of(file, rules, MONDAY)).hasSize(3);
    assertThat(rules.rules()).isEqualTo(file.rulebook());
  }

  @Test
  void whatIsPublishedIsNotPublishedAgain() {
    publish(FIRST, MONDAY);
    assertThat(publish(FIRST, TUESDAY)).isEmpty();
  }

  @Test
  void aNewVersionInTimeIsPublishedAloneAndTheOldNeedNotStandThere() {
    publish(FIRST, MONDAY);
    String next =
        FIRST.replace(
            "{id: b, version: 1,", "{id: b, version: 2, effective_from: 2026-03-03T10:01:10Z,");
    assertThat(publish(next, TUESDAY)).extracting(PublishedRule::key).containsExactly("policy/b@2");
    assertThat(readers().rules().policies())
        .extracting(RuleText::key)
        .containsExactly("policy/a@1", "policy/b@1", "policy/b@2");
  }

  @Test
  void aPolicyPutBetweenOthersStandsThereForEveryReader() {
    publish(FIRST, MONDAY);
    String between =
        FIRST.replace(
            "  - {id: b",
            "  - {id: new, version: 1, effective_from: 2026-04-01T00:00:00Z, sla: s, metric:"
                + " triage, targets: {all: 1m}}\n  - {id: b");
    publish(between, TUESDAY);
    assertThat(readers().rules().policies())
        .extracting(Policy::id)
        .containsExactly("a", "new", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "targets: {all: 1h}|targets: {all: 3h}|2|published with other content; write the next",
        "{mon: [\"09:00|{mon: [\"08:00|5|published with other content; write the next",
        "{id: b, version: 1|{id: b, version: 2|3|it would rule the past; rules are in force",
        "{id: b, version: 1|{id: b, version: 2, effective_from: 2026-03-03T10:01:09Z|3|"
            + "found 2026-03-03T10:01:09Z; rules are in force, so right would be"
            + " 2026-03-03T10:01:10Z or later",
        "{id: b,|{id: x,|2|policy b is published but missing here",
        "{id: a, version: 1|{id: b, version: 1|3|version 1 twice"
      })
  void whatMayNotBePublishedIsNamedWithItsLine(
      String right, String wrong, int line, String problem) {
    publish(FIRST, MONDAY);
    String text = FIRST.replace(right, wrong);
    assertThat(text).isNotEqualTo(FIRST);
    assertThatThrownBy(() -> publish(text, TUESDAY))
        .isInstanceOf(YamlError.class)
        .hasMessageStartingWith("p.yaml:" + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void anotherOrderIsRefused() {
    publish(FIRST, MONDAY);
    List<String> lines = new ArrayList<>(FIRST.lines().toList());
    lines.add(1, lines.remove(2));
    assertThatThrownBy(() -> publish(String.join("\n", lines), TUESDAY))
        .hasMessageStartingWith("p.yaml:3: policies.id: ")
        .hasMessageContaining("policy a was published before b");
  }

  @Test
  void aRetiredPolicyMayBeLeftOut() {
    publish(FIRST, MONDAY);
    String end = "- {id: b, version: 2, retired: true, effective_from: 2026-04-01T00:00:00Z}";
    publish(FIRST.replace("calendars:", end.indent(2) + "calendars:"), TUESDAY);
    String without =
        FIRST.lines().filter(l -> !l.contains("id: b")).reduce("", (a, b) -> a + b + "\n");
    assertThat(publish(without, TUESDAY.plusSeconds(60))).isEmpty();
  }

  @Test
  void bytesThatAreNoRuleAreReadAsARefusalNotAFailure() {
    RuleRecords records = new RuleRecords();
    assertThat(records.decode(new byte[] {1, 2, 3}, 5, 7).problem()).contains("first byte 01");
    assertThat(records.decode(null, 5, 7).problem()).contains("never deleted");
  }

  /** Publishes and returns what went to the topic, where it arrives a second later. */
  private List<PublishedRule> publish(String text, Instant now) {
    List<PublishedRule> news = Publication.of(RuleFiles.parse("p.yaml", text), readers(), now);
    RuleRecords records = new RuleRecords();
    for (PublishedRule each : news) {
      topic.add(
          records.decode(records.encode(each), now.plusSeconds(1).toEpochMilli(), topic.size()));
    }
    return news;
  }

  /** What anybody makes of the topic. */
  private PublishedRules readers() {
    PublishedRules rules = PublishedRules.nothing(List.<Region>of(), new RuleLines());
    for (PublishedRule each : topic) {
      assertThat(rules.offer(each).detail()).isEmpty();
    }
    return rules;
  }
}

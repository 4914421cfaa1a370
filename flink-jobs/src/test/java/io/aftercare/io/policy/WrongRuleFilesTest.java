package io.aftercare.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.io.yaml.YamlError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way of being wrong names the line, what stands there and what would be right. */
class WrongRuleFilesTest {
  /** Lines were counted by hand; the comments tell every tenth. */
  private static final String GOOD =
      """
      policies:
        - id: fast
          version: 1
          sla: response
          metric: first_response
          bot_counts: false
          match:
            channels: [chat]
            regions: [north]
          targets: {all: 30s}                # line 10
          objective: 0.8
          calendar: berlin
          pause_statuses: [on_hold]
          warn_percents: [70, 90]
        - id: fast
          version: 2
          effective_from: 2026-07-01T00:00:00Z
          sla: response
          metric: first_response
          targets:                           # line 20
            p1: 20s
            p2: 1m
        - id: due
          version: 1
          sla: due
          metric: resolution
          deadline: due_at
        - id: strict
          version: 1
          role: shadow                       # line 30
          slot: strict
          sla: response
          metric: first_response
          targets: {all: 10s}
      calendars:
        - id: berlin
          version: 1
          zone: Europe/Berlin
          weekly:
            mon: ["09:00-12:30", "13:30-18:00"]   # line 40
            tue:
              - "09:00-12:30"
              - "13:30-18:00"
          holidays: {2026-12-25: Christmas}
          exceptions:
            2026-12-24: ["09:00-13:00"]
      regions:
        - name: north
          zone: Europe/Berlin
          calendar: berlin                   # line 50
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void theFileWithoutTheMistakesIsGood() {
    assertThatCode(() -> RuleFiles.parse("p.yaml", GOOD)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // keys
        "    objective: 0.8|    objektive: 0.8|11|unknown key; did you mean objective?",
        "    objective: 0.8|    sla: again|11|stands twice, first in line 4",
        "policies:\\n|polices:\\n|1|did you mean policies?",
        "      channels: [chat]|      chanels: [chat]|8|did you mean channels?",
        "    zone: Europe/Berlin\\n    weekly|    weekly|36|the key zone is missing",
        "    metric: resolution|    grace: 1h|23|the key metric is missing; add metric: ...",
        // words
        "    metric: resolution|    metric: resolutoin|26|did you mean resolution?",
        "    role: shadow|    role: shade|30|did you mean shadow? Right would be one of active, shadow",
        "channels: [chat]|channels: [chatt]|8|did you mean chat?",
        "channels: [chat]|channels: chat|8|right would be a list",
        "channels: [chat]|channels: []|8|the list is empty",
        "channels: [chat]|channels: [chat, chat]|8|'chat' stands twice",
        "[on_hold]|[on_hold, resolved]|13|a ticket that is resolved has ended",
        "[on_hold]|[waiting]|13|did you mean",
        "bot_counts: false|bot_counts: maybe|6|Right would be one of true, false",
        // numbers, spans, instants
        "      p2: 1m|      p2: 1 minute|22|'1 minute' is no span; write one such as 30s, 15m, 4h",
        "      p2: 1m|      p2: 0s|22|is no span",
        "      p2: 1m|      p9: 1m|22|right would be one of unknown, p1, p2, p3, p4 or all",
        "objective: 0.8|objective: 80%|11|right is above 0 and at most 1",
        "objective: 0.8|objective: 1.5|11|right is above 0 and at most 1",
        "[70, 90]|[90, 70]|14|rising percentages from 1 to 99",
        "[70, 90]|[70, ninety]|14|a whole number",
        "2026-07-01T00:00:00Z|2026-07-01|17|write it as 2026-01-01T00:00:00Z",
        "    version: 2|    version: two|16|right would be a whole number from 1",
        // what excludes each other
        "    objective: 0.8|    deadline: due_at|11|there are targets too; keep one",
        "    deadline: due_at|    objective: 1|23|the key targets is missing, or deadline",
        "    deadline: due_at|    deadline: due_at\\n    pause_statuses: [on_hold]|28|does not move",
        "    deadline: due_at|    deadline: due_at\\n    grace: 5m|28|neither grace nor early",
        "    deadline: due_at|    deadline: tomorrow|27|Right would be one of due_at",
        "    deadline: due_at|    deadline: due_at\\n    bot_counts: true|28|a bot can only count",
        "    role: shadow  |    role: active  |31|only a shadow has a slot",
        "    slot: strict\\n    sla|    sla|30|a shadow needs a slot",
        "    slot: strict|    slot: active|31|name the shadow otherwise",
        // entries that contradict each other
        "    version: 2|    version: 1|16|fast has version 1 twice, first in p.yaml:2",
        "    effective_from: 2026-07-01T00:00:00Z\\n|    grace: 1s\\n|15|must be in force later",
        "    metric: first_response\\n    targets:|    metric: triage\\n    targets:|19|one sla has one",
        "  - id: due|  - id: fast|24|fast has version 1 twice",
        "    calendar: berlin\\n    pause|    calendar: berlyn\\n    pause|12|did you mean berlin?",
        "regions: [north]|regions: [south]|9|'south' is not among the regions [north]",
        // retirement
        "    deadline: due_at|    deadline: due_at\\n  - {id: d, version: 2, retired: true}|28|nothing to end",
        // calendars
        "Europe/Berlin\\n    weekly|Europe/Berlyn\\n    weekly|38|did you mean Europe/Berlin?",
        "mon: [\"09:00-12:30\", |mon: [\"09:00-14:30\", |40|overlap",
        "        - \"13:30-18:00\"|        - \"12:00-18:00\"|43|overlap",
        "        - \"13:30-18:00\"|        - \"13:30 - 18:00\"|43|is no opening; write two times",
        "      mon: |      monday: |40|'monday' is no day; right would be one of mon, tue",
        "2026-12-25|25.12.2026|44|write it as 2026-12-24",
        "2026-12-25|2026-12-24|46|the date is a holiday too",
        "2026-12-25|2526-12-25|44|the year is outside 1900 to 2199",
        "  - id: berlin|  - id: business|36|is always there; call this one otherwise",
        // regions
        "    calendar: berlin                   # line 50|    calendar: business|50|name one",
        "    calendar: berlin                   # line 50|    calendar: bonn|50|no calendar 'bonn'",
        // YAML itself
        "    metric: resolution|    metric: 'resolution|26|not valid YAML"
      })
  void aMistakeIsNamedWithItsLine(String right, String wrong, int line, String problem) {
    String text = GOOD.replaceFirst(quoted(right), wrong.replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> RuleFiles.parse("p.yaml", text))
        .isInstanceOf(YamlError.class)
        .hasMessageStartingWith("p.yaml:" + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void aSixthShadowIsRefusedWhereItsSlotStands() {
    StringBuilder text = new StringBuilder("policies:\n");
    for (int i = 1; i <= 6; i++) {
      text.append("  - id: s%d\n    version: 1\n    role: shadow\n".formatted(i));
      text.append("    slot: s%d\n    sla: triage\n    metric: triage\n".formatted(i));
      text.append("    targets: {all: 1h}\n");
    }
    assertThatThrownBy(() -> RuleFiles.parse("p.yaml", text.toString()))
        .hasMessageStartingWith("p.yaml:40: policies.slot: ") // 1 + 5 x 7 + 4
        .hasMessageContaining("at most 5");
  }

  @Test
  void aContradictionBetweenTwoFilesNamesBoth() throws Exception {
    Files.writeString(directory.resolve("10.yaml"), GOOD);
    Files.writeString(
        directory.resolve("20.yml"), "\nregions:\n  - {name: north, zone: UTC, calendar: 24x7}\n");
    assertThatThrownBy(() -> RuleFiles.read(List.of(directory)))
        .hasMessageContaining("20.yml:3: ")
        .hasMessageContaining("first in " + directory.resolve("10.yaml") + ":48");
  }

  @Test
  void whatIsNoRuleFileSaysSo() throws Exception {
    assertThatThrownBy(() -> RuleFiles.parse("p.yaml", "# nothing\n"))
        .hasMessage("p.yaml:1: the file is empty");
    assertThatThrownBy(() -> RuleFiles.parse("p.yaml", "policies: []"))
        .hasMessageContaining("p.yaml:1: policies: the list is empty");
    assertThatThrownBy(() -> RuleFiles.parse("p.yaml", "- id: a"))
        .hasMessageContaining("p.yaml:1: found a list; right would be a mapping");
    assertThatThrownBy(() -> RuleFiles.read(List.of(directory)))
        .hasMessageContaining("no *.yaml or *.yml file");
    assertThatThrownBy(() -> RuleFiles.read(List.of(directory.resolve("none.yaml"))))
        .hasMessageContaining("none.yaml: no such file");
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text.replace("\\n", "\n"));
  }
}

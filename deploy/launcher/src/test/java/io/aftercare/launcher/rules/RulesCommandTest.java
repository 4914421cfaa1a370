package io.aftercare.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void withoutPoliciesItWritesWhatIsShipped() {
    CommandRun run = rules();
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("rule_files: [" + out() + "/*.yaml]");
    for (Path shipped : House.files(House.RULES, ".yaml")) {
      assertThat(out().resolve(shipped.getFileName())).hasSameTextualContentAs(shipped);
    }
  }

  @Test
  void ownPoliciesGiveTheirOwnBurnRules() throws Exception {
    CommandRun run = rules("--policies", policies("0.95"));
    assertThat(run.exitCode()).isZero();
    assertThat(House.text(out().resolve("burn.yaml")))
        .contains("# fix (a v1 95 %): budget 5 %, factor 3.36")
        .doesNotContain("first_response");
  }

  @Test
  void anAlertThatCanNeverFireIsAUsageErrorAndNothingIsWritten() throws Exception {
    CommandRun run = rules("--policies", policies("0.9"), "--fast-factor", "14.4");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("aftercare rules: SlaBudgetBurnFast of sla fix could never fire: ")
        .contains("an objective of 0.9 burns at 10 at most");
    assertThat(Files.exists(out())).isFalse();
  }

  @Test
  void aFactorThatFiresWhenThePromiseIsKeptIsAUsageError() {
    assertThat(rules("--slow-factor", "1").err()).contains("--slow-factor 1.0: right is a number");
  }

  @Test
  void aWrongPolicyIsNamedWithFileAndLine() throws Exception {
    CommandRun run = rules("--policies", policies("85"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(directory.resolve("p.yaml") + ":2");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsAUsageError() throws Exception {
    Files.writeString(directory.resolve("rules"), "a file");
    CommandRun run = rules();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot be written");
  }

  @Test
  void allFilesOfTheDirectoriesAreShipped() {
    List<String> rules = new ArrayList<>(ShippedRules.FIXED);
    rules.add(ShippedRules.BURN);
    assertThat(House.files(House.RULES, ".yaml"))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(rules);
    ShippedRules.write(directory.resolve("r"));
    assertThat(House.files(directory.resolve("r"), ".yaml")).hasSize(rules.size());

    Path alertmanager = directory.resolve("a");
    ShippedMonitoring.writeAlertmanager(alertmanager);
    ShippedMonitoring.writePrometheus(directory.resolve("p"));
    for (Path template : House.files(House.ALERTMANAGER.resolve("templates"), ".tmpl")) {
      assertThat(alertmanager.resolve("templates").resolve(template.getFileName()))
          .hasSameTextualContentAs(template);
    }
    assertThat(alertmanager.resolve("alertmanager.yml"))
        .hasSameTextualContentAs(House.ALERTMANAGER.resolve("alertmanager.yml"));
    assertThat(directory.resolve("p/prometheus.yml"))
        .hasSameTextualContentAs(House.PROMETHEUS.resolve("prometheus.yml"));
  }

  private Path out() {
    return directory.resolve("rules");
  }

  private String policies(String objective) throws Exception {
    return Files.writeString(
            directory.resolve("p.yaml"),
            """
            policies:
              - {id: a, version: 1, sla: fix, metric: resolution, targets: {all: 1h}, objective: %s}
            """
                .formatted(objective))
        .toString();
  }

  private CommandRun rules(String... more) {
    List<String> arguments = new ArrayList<>(List.of("rules", "--out", out().toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(
        Aftercare.commandLine(new RulesCommand()), arguments.toArray(String[]::new));
  }
}

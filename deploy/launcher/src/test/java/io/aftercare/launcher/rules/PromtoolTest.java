package io.aftercare.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.tool.ToolOnPath;
import io.aftercare.launcher.tool.ToolRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules, their twins and the example configuration, as Prometheus's own tool sees them. */
class PromtoolTest {
  @SuppressWarnings("NullAway.Init")
  private static Path promtool;

  @BeforeAll
  static void find() {
    promtool = ToolOnPath.require("promtool", "prometheus");
  }

  @Test
  void theRulesAreValid() {
    List<String> arguments = new ArrayList<>(List.of("check", "rules"));
    House.files(House.RULES, ".yaml").forEach(file -> arguments.add(file.toString()));
    assertPasses(arguments);
  }

  static Stream<Path> twins() {
    return House.files(House.TWINS, ".yaml").stream();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theTwinPasses(Path twin) {
    assertPasses(List.of("test", "rules", twin.toString()));
  }

  @Test
  void theExampleConfigurationIsValid() {
    assertPasses(List.of("check", "config", House.PROMETHEUS.resolve("prometheus.yml").toString()));
  }

  private static void assertPasses(List<String> arguments) {
    ToolRun run = ToolRun.of(promtool, arguments);
    assertThat(run.exitCode()).as(run.output()).isZero();
  }
}

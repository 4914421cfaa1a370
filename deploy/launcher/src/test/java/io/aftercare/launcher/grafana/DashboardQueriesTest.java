package io.aftercare.launcher.grafana;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.grafana.DashboardQueries.Query;
import io.aftercare.launcher.tool.ToolOnPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardQueriesTest {
  private static final List<Query> QUERIES = DashboardQueries.all(DashboardQueries.EVERYTHING);

  @Test
  void thereAreQueriesOfEveryDashboardAndNoVariableIsLeft() {
    assertThat(QUERIES)
        .extracting(Query::dashboard)
        .contains(
            "aftercare-wallboard", "aftercare-regions", "aftercare-region", "aftercare-pipeline");
    assertThat(QUERIES).extracting(Query::expression).noneMatch(each -> each.contains("$"));
  }

  @Test
  void longerNamesAreReplacedBeforeTheirBeginnings() {
    assertThat(
            DashboardQueries.substitute(
                "a{region=~\"$region\"}[$__range] + ${__range_s}",
                Map.of("region", "metro", "__range", "1h", "__range_s", "3600")))
        .isEqualTo("a{region=~\"metro\"}[1h] + 3600");
  }

  @Test
  void prometheusUnderstandsEveryExpression(@TempDir Path directory) throws Exception {
    Path promtool = ToolOnPath.require("promtool", "prometheus");
    Path rules = directory.resolve("dashboards.yaml");
    Files.writeString(rules, asRules(QUERIES.stream().map(Query::expression).toList()));
    assertThat(check(promtool, rules)).contains("SUCCESS: " + QUERIES.size() + " rules found");
  }

  @Test
  void prometheusSaysWhereAnExpressionIsWrong(@TempDir Path directory) throws Exception {
    Path promtool = ToolOnPath.require("promtool", "prometheus");
    Path rules = directory.resolve("wrong.yaml");
    Files.writeString(rules, asRules(List.of("sum(a", "b")));
    assertThat(check(promtool, rules)).contains("dashboard:expression:number0", "parse error");
  }

  private static String asRules(List<String> expressions) {
    StringBuilder text = new StringBuilder("groups:\n- name: dashboards\n  rules:\n");
    for (int number = 0; number < expressions.size(); number++) {
      String quoted = expressions.get(number).replace("'", "''");
      text.append("  - record: dashboard:expression:number").append(number).append('\n');
      text.append("    expr: '").append(quoted).append("'\n");
    }
    return text.toString();
  }

  private static String check(Path promtool, Path rules) throws Exception {
    Process process =
        new ProcessBuilder(promtool.toString(), "check", "rules", rules.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().collect(joining("\n"));
  }
}

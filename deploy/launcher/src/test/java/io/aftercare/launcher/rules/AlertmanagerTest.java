package io.aftercare.launcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.tool.ToolOnPath;
import io.aftercare.launcher.tool.ToolRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets what, and what it says, as Alertmanager's own tool sees it. */
class AlertmanagerTest {
  private static final Path CONFIG = House.ALERTMANAGER.resolve("alertmanager.yml");
  private static final Path MESSAGES = Path.of("src/test/resources/messages");

  @SuppressWarnings("NullAway.Init")
  private static Path amtool;

  @BeforeAll
  static void find() {
    amtool = ToolOnPath.require("amtool", "prometheus-alertmanager");
  }

  @Test
  void theConfigurationIsValid() {
    assertThat(run("check-config", CONFIG.toString())).contains("SUCCESS", "1 templates");
  }

  @ParameterizedTest
  @CsvSource({
    "alertname=Watchdog severity=none, heartbeat",
    "alertname=TriageOverdueMany severity=page region=metro, pages-europe",
    "alertname=TriageOverdueMany severity=page region=north, pages-europe",
    "alertname=TriageOverdueMany severity=page region=coast, pages-coast",
    "alertname=TriageOverdueMany severity=page region=delta, pages",
    "alertname=TriageOverdueMany severity=page region=unknown, pages",
    "alertname=TriageOverdueMany severity=page region=metropolis, pages",
    "alertname=PipelineStalled severity=page, pages",
    "alertname=SlaBudgetBurnFast severity=page sla=resolution, pages",
    "alertname=TriageOverdue severity=notify region=coast, notifications-coast",
    "alertname=TriageOverdue severity=notify region=metro, notifications",
    "alertname=CallerWaitingTooLong severity=page region=coast queue=sales, pages-coast",
    "alertname=CallAbandonHigh severity=notify region=metro queue=sales, notifications",
    "alertname=CallbackOverdue severity=notify region=coast sla=callback, notifications-coast",
    "alertname=CallEventsLost severity=ticket region=metro queue=sales, tickets",
    "alertname=RegionSilent severity=page region=coast, pages-coast",
    "alertname=OldestUrgentTicket severity=page region=delta, pages",
    "alertname=BacklogGrowing severity=notify region=coast, notifications-coast",
    "alertname=StageBottleneck severity=notify region=metro stage=work, notifications",
    "alertname=ComplaintSpike severity=page region=coast category=damage, pages-coast",
    "alertname=MassComplaint severity=page category=damage, pages",
    "alertname=IncidentContainmentMissed severity=page region=metro, pages-europe",
    "alertname=EventsRejected severity=notify stream=tickets, notifications",
    "alertname=PostServiceFollowUpOverdue severity=ticket region=coast, tickets",
    "alertname=SeriesCapReached severity=ticket, tickets",
    "alertname=OfSomebodyElse severity=warning, pages",
    "alertname=OfSomebodyElse, pages"
  })
  void whoGetsIt(String labels, String receiver) {
    List<String> arguments =
        new ArrayList<>(List.of("config", "routes", "test", "--config.file=" + CONFIG));
    arguments.addAll(List.of(labels.split(" ")));
    assertThat(run(arguments.toArray(String[]::new)).lines()).endsWith(receiver);
  }

  /** {@code NAME.json} is what Alertmanager hands to a template, {@code NAME.txt} what it says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "triage-overdue",
        "pipeline-stalled",
        "burn-resolved",
        "caller-waiting",
        "queues",
        "complaints"
      })
  void whatItSays(String message) {
    String said =
        run(
            "template",
            "render",
            "--template.glob=" + House.ALERTMANAGER.resolve("templates/*.tmpl"),
            "--template.data=" + MESSAGES.resolve(message + ".json"),
            "--template.text={{ template \"aftercare.title\" . }}\n{{ template \"aftercare.text\" . }}");
    assertThat(said.strip()).isEqualTo(House.text(MESSAGES.resolve(message + ".txt")).strip());
  }

  private static String run(String... arguments) {
    ToolRun run = ToolRun.of(amtool, List.of(arguments));
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run.output();
  }
}

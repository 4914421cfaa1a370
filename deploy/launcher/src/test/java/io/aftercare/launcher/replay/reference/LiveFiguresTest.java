package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of live figures with reports can fail, by each of its parts. */
class LiveFiguresTest {
  private static final String HOURS =
      """
      region,hour,created,resolved,reopened,closed,breached,backlog_end
      "The ""Hill\""",2015-01-15T10:00:00Z,2,0,0,0,0,2
      "The ""Hill\""",2015-01-15T12:00:00Z,1,1,0,1,1,2
      __ALL__,2015-01-15T10:00:00Z,2,0,0,0,0,2
      __ALL__,2015-01-15T12:00:00Z,1,1,0,1,1,2
      """;
  private static final String LIVE =
      """
      # TYPE aftercare_tickets_created_total counter
      aftercare_tickets_created_total{channel="app",region="The \\"Hill\\""} 3.0
      aftercare_tickets_created_total{channel="web",region="The \\"Hill\\""} 1.0
      aftercare_tickets_created_retracted_total{channel="web",region="The \\"Hill\\""} 1.0
      aftercare_tickets_resolved_total{region="The \\"Hill\\""} 1.0
      aftercare_tickets_closed_total{region="The \\"Hill\\""} 1.0
      aftercare_sla_verdicts_total{region="The \\"Hill\\"",sla="due",slot="active",verdict="breached"} 1.0
      aftercare_sla_verdicts_total{region="The \\"Hill\\"",sla="due",slot="active",verdict="met"} 1.0
      aftercare_backlog_tickets{region="The \\"Hill\\"",state="open"} 2.0
      aftercare_identity_imbalance{identity="backlog",region="The \\"Hill\\""} 0.0
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path out;

  @BeforeEach
  void hours() throws Exception {
    Files.writeString(out.resolve("region_hour.csv"), HOURS);
  }

  @Test
  void equalFiguresPass() throws Exception {
    live(LIVE);
    assertThatCode(() -> LiveFigures.assertEveryRegionEqualsTheReport(out))
        .doesNotThrowAnyException();
    assertThatCode(() -> LiveFigures.assertTheSumOfRegionsEqualsTheReport(out))
        .doesNotThrowAnyException();
  }

  @Test
  void aRetractionThatWasNotCountedFails() throws Exception {
    live(LIVE.replaceAll("(retracted_total.*) 1.0", "$1 0.0"));
    assertFails("\"created\"=4L");
  }

  @Test
  void aCountInAnotherRegionFails() throws Exception {
    live(LIVE + "aftercare_tickets_created_total{region=\"Elsewhere\"} 1.0\n");
    assertFails("Elsewhere");
  }

  @Test
  void aBreachTooFewFails() throws Exception {
    live(LIVE.replaceAll("(breached.*) 1.0", "$1 0.0"));
    assertFails("\"breached\"=0L");
  }

  @Test
  void aBacklogThatIsNotTheReportsFails() throws Exception {
    live(LIVE.replaceAll("(backlog_tickets.*) 2.0", "$1 3.0"));
    assertFails("\"backlog_end\"=3L");
  }

  @Test
  void anIdentityThatDoesNotHoldFails() throws Exception {
    live(LIVE.replaceAll("(imbalance.*) 0.0", "$1 1.0"));
    assertFails("1.0");
  }

  private void live(String text) throws Exception {
    Files.writeString(out.resolve("metrics.prom"), text);
  }

  private void assertFails(String told) {
    assertThatThrownBy(() -> LiveFigures.assertEveryRegionEqualsTheReport(out))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(told);
  }
}

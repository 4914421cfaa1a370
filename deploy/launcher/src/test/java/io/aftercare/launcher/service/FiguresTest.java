package io.aftercare.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final String PAGE =
      """
      # HELP aftercare_tickets_created_total Tickets created.
      # TYPE aftercare_tickets_created_total counter
      aftercare_tickets_created_total{channel="email",region="North, \\"old\\" town"} 12.0
      aftercare_tickets_created_total{channel="voice",region="South"} 30.0
      aftercare_tickets_created_retracted_total{channel="voice",region="South"} 2.0
      aftercare_sla_verdicts_total{region="South",sla="due",priority="p1",verdict="breached",slot="p1-3h"} 90.0
      aftercare_sla_verdicts_total{region="South",sla="due",priority="p1",verdict="breached",slot="active"} 7.0
      aftercare_sla_verdicts_total{region="South",sla="due",priority="p1",verdict="met",slot="active"} 100.0
      aftercare_sla_verdicts_retracted_total{region="South",sla="due",verdict="breached",slot="active"} 1.0
      aftercare_backlog_tickets{region="South",service_type="repair",priority="p1",state="open"} 5.0
      aftercare_backlog_tickets{region="North",service_type="repair",priority="p1",state="open"} 6.0
      aftercare_events_read_total{stream="tickets"} 1.5E3
      aftercare_watermark_timestamp_seconds{stream="tickets"} 1.7672688E9
      """;

  @Test
  void areSumsOverAllSeriesNetOfWhatWasTakenBack() {
    assertThat(Figures.of(MetricsPage.parse(PAGE)))
        .isEqualTo(
            new Figures(1_500, 40, 6, 11, Optional.of(Instant.parse("2026-01-01T12:00:00Z"))));
  }

  @Test
  void areZeroWhileNothingIsExported() {
    assertThat(Figures.of(MetricsPage.parse("# nothing yet\n"))).isEqualTo(Figures.NONE);
  }

  @Test
  void aWatermarkBeforeTheFirstEventIsNoTime() {
    String none = "aftercare_watermark_timestamp_seconds{stream=\"tickets\"} -9.2E15\n";
    assertThat(Figures.of(MetricsPage.parse(none)).eventTime()).isEmpty();
  }
}

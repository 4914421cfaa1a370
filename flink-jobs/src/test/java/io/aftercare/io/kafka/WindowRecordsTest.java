package io.aftercare.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.SlaCount;
import io.aftercare.contract.Window;
import io.aftercare.contract.WindowDimension;
import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A window, field by field. */
class WindowRecordsTest {
  @Test
  void everyFieldOfAWindowIsWritten() {
    Figures figures = new Figures();
    int times = 1;
    for (What what : What.values()) {
      for (int i = 0; i < times; i++) {
        String sla = what == What.SLA_MET || what == What.SLA_BREACHED ? "triage" : "";
        figures.add(new Contribution(0, "north", "p1", "live", 1, what, sla, i * 1_000L, 1));
      }
      times++;
    }
    Window window =
        WindowRecords.of(
            new WindowEntry(
                "north", Dimension.PRIORITY, "p1", "24h", 60_000, 120_000, 180_000, true, figures));
    assertThat(window.getRegion()).isEqualTo("north");
    assertThat(window.getDimension()).isEqualTo(WindowDimension.PRIORITY);
    assertThat(window.getCell()).isEqualTo("p1");
    assertThat(window.getWindow()).isEqualTo("24h");
    assertThat(window.getStart()).isEqualTo(Instant.ofEpochMilli(60_000));
    assertThat(window.getEnd()).isEqualTo(Instant.ofEpochMilli(120_000));
    assertThat(window.getFinalAt()).isEqualTo(Instant.ofEpochMilli(180_000));
    assertThat(window.getCorrection()).isTrue();
    assertThat(window.getCreated()).isEqualTo(1);
    assertThat(window.getResolved()).isEqualTo(3);
    assertThat(window.getReopened()).isEqualTo(4);
    assertThat(window.getClosed()).isEqualTo(5);
    assertThat(window.getCancelled()).isEqualTo(6);
    assertThat(window.getTransferredIn()).isEqualTo(7);
    assertThat(window.getTransferredOut()).isEqualTo(8);
    assertThat(window.getEvents()).isEqualTo(9);
    assertThat(window.getSlas()).containsExactly(new SlaCount("triage", 10L, 11L));
    // Resolutions of 0, 1 and 2 s; ln 1000 / ln g = 345.4, ln 2000 / ln g = 380.03 (g = 1.01/0.99).
    assertThat(window.getResolution().getCount()).isEqualTo(3);
    assertThat(window.getResolution().getSumMillis()).isEqualTo(3_000);
    assertThat(window.getResolution().getZeros()).isEqualTo(1);
    assertThat(window.getResolution().getIndexes()).containsExactly(346, 381);
    assertThat(window.getResolution().getCounts()).containsExactly(1L, 1L);
    assertThat(window.getResolution().getP50Millis()).isBetween(990L, 1_010L);
    assertThat(window.getResolution().getP99Millis()).isBetween(1_980L, 2_020L);
    assertThat(window.getFirstResponse().getCount()).isEqualTo(2);
  }

  @Test
  void allRegionsTogetherHaveNoNameAndNothingHasNoQuantile() {
    Window window =
        WindowRecords.of(
            new WindowEntry(
                null, Dimension.REGION, "", "today", 0, 60_000, 120_000, false, new Figures()));
    assertThat(window.getRegion()).isNull();
    assertThat(window.getResolution().getP50Millis()).isNull();
    assertThat(window.getResolution().getZeros()).isZero();
    assertThat(window.getSlas()).isEmpty();
  }
}

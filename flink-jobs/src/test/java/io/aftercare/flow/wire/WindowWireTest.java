package io.aftercare.flow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.Customers;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.HourCell;
import io.aftercare.domain.window.PanePart;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Figures, customers and windows come back as they were written. */
class WindowWireTest {
  @Test
  void figuresAndAllThatHoldThemComeBack() {
    SplittableRandom random = new SplittableRandom(20260821);
    for (int i = 0; i < 2_000; i++) {
      Figures figures = figures(random);
      assertThat(Bytes.thereAndBack(WireType.FIGURES, figures)).isEqualTo(figures);
      Customers customers = customers(random);
      HourCell cell = new HourCell(figures, customers);
      assertThat(Bytes.thereAndBack(WireType.HOUR_CELL, cell)).isEqualTo(cell);
      long lastEvent = random.nextBoolean() ? Long.MIN_VALUE : random.nextLong(2_000_000);
      PanePart part =
          new PanePart("nörth", 60_000L * i, "p1", "live", 7, lastEvent, figures, customers);
      assertThat(Bytes.thereAndBack(WireType.PANE_PART, part)).isEqualTo(part);
      WindowEntry entry =
          new WindowEntry(
              random.nextBoolean() ? null : "north",
              Dimension.PRIORITY,
              "p1",
              "24h",
              random.nextLong(),
              random.nextLong(),
              random.nextLong(),
              random.nextBoolean(),
              figures);
      assertThat(Bytes.thereAndBack(WireType.WINDOW_ENTRY, entry)).isEqualTo(entry);
    }
  }

  @Test
  void aSumWithoutBucketsComesBack() {
    Figures figures = new Figures();
    figures.resolution().add(1_000, 1);
    figures.resolution().add(1_001, -1); // one bucket: the spans undo each other, not their sum
    assertThat(figures.resolution().size()).isZero();
    assertThat(Bytes.thereAndBack(WireType.FIGURES, figures)).isEqualTo(figures);
  }

  @Test
  void aPaneOfOneThingTakesLittleRoom() {
    Figures figures = new Figures();
    figures.add(new Contribution(0, "north", "p1", "live", 1, What.CREATED, "", 0, 1));
    assertThat(Bytes.of(WireType.FIGURES, figures).length).isLessThanOrEqualTo(12);
  }

  private static Figures figures(SplittableRandom random) {
    Figures figures = new Figures();
    List<What> kinds = List.of(What.values());
    for (int i = random.nextInt(20); i > 0; i--) {
      What what = kinds.get(random.nextInt(kinds.size()));
      boolean verdict = what == What.SLA_MET || what == What.SLA_BREACHED;
      figures.add(
          new Contribution(
              0,
              "north",
              "p1",
              "live",
              1,
              what,
              verdict ? "sla" + random.nextInt(3) : "",
              random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 40)),
              random.nextInt(5) == 0 ? -1 : 1));
    }
    return figures;
  }

  private static Customers customers(SplittableRandom random) {
    Customers customers = new Customers();
    for (int i = random.nextInt(9); i > 0; i--) {
      customers.note(random.nextLong(), random.nextInt(3) - 1);
    }
    return customers;
  }
}

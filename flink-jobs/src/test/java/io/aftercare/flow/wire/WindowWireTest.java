package io.aftercare.flow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.window.Clientele;
import io.aftercare.domain.window.Contribution;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.HourCell;
import io.aftercare.domain.window.PanePart;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Figures, customers and windows come back as they were written. */
class WindowWireTest {
  @Test
  void figuresAndAllThatHoldThemComeBack() {
    SplittableRandom random = new SplittableRandom(20260821);
    for (int i = 0; i < 2_000; i++) {
      Figures figures = figures(random);
      assertThat(Bytes.thereAndBack(WireType.FIGURES, figures)).isEqualTo(figures);
      Clientele customers = customers(random);
      HourCell cell = new HourCell(figures, customers, random.nextBoolean());
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

  /** Written here as that version did: figures, then how many customers, each with its count. */
  @Test
  void anHourOfVersion1ComesBackWithItsCountsAndIsNotToldApart() throws Exception {
    SplittableRandom random = new SplittableRandom(20260904);
    for (int i = 0; i < 200; i++) {
      Figures figures = figures(random);
      WireSerializer<Figures> version1 =
          new OldVersion<>() {
            private static final long serialVersionUID = 1;

            @Override
            void write(Figures value, WireWriter out) {
              FiguresWire.write(value, out);
              out.unsigned(2);
              out.signed(-7);
              out.signed(1);
              out.signed(1L << 40);
              out.signed(300);
            }

            @Override
            Figures read(WireReader in) {
              throw new IllegalStateException("not read");
            }

            @Override
            public WireSerializer<Figures> duplicate() {
              return this;
            }
          };
      DataOutputSerializer out = new DataOutputSerializer(64);
      version1.serialize(figures, out);
      HourCell read =
          new HourCellVersion1().deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
      assertThat(read).isEqualTo(HourCell.untold(figures));
      assertThat(read.untold()).isTrue();
    }
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

  private static Clientele customers(SplittableRandom random) {
    Clientele customers = new Clientele();
    List<What> kinds = List.of(What.values());
    for (int i = random.nextInt(30); i > 0; i--) {
      What what = kinds.get(random.nextInt(kinds.size()));
      if (what != What.EVENT) {
        String sla = what.isVerdict() ? "sla" + random.nextInt(3) : "";
        customers.noted(what, sla).note(random.nextLong(), random.nextInt(3) - 1);
      }
    }
    return customers;
  }
}

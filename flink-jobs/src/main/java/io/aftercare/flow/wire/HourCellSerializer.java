package io.aftercare.flow.wire;

import io.aftercare.domain.window.HourCell;
import java.util.List;

/** Serializes an hour of a cell. */
public final class HourCellSerializer extends WireSerializer<HourCell> {
  private static final long serialVersionUID = 1;

  @Override
  void write(HourCell value, WireWriter out) {
    FiguresWire.write(value.figures(), out);
    FiguresWire.write(value.customers(), out);
    out.unsigned(value.untold() ? 1 : 0);
  }

  @Override
  HourCell read(WireReader in) {
    return new HourCell(FiguresWire.read(in), FiguresWire.clientele(in), in.unsigned() != 0);
  }

  @Override
  public HourCellSerializer duplicate() {
    return new HourCellSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 2; 1 noted customers without what they came for. */
  public static final class Snapshot extends WireSnapshot<HourCell> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(HourCellVersion1::new, HourCellSerializer::new));
    }
  }
}

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
  }

  @Override
  HourCell read(WireReader in) {
    return new HourCell(FiguresWire.read(in), FiguresWire.customers(in));
  }

  @Override
  public HourCellSerializer duplicate() {
    return new HourCellSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<HourCell> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(HourCellSerializer::new));
    }
  }
}

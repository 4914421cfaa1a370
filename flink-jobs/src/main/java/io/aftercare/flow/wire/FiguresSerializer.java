package io.aftercare.flow.wire;

import io.aftercare.domain.window.Figures;
import java.util.List;

/** Serializes the figures of a pane. */
public final class FiguresSerializer extends WireSerializer<Figures> {
  private static final long serialVersionUID = 1;

  @Override
  void write(Figures value, WireWriter out) {
    FiguresWire.write(value, out);
  }

  @Override
  Figures read(WireReader in) {
    return FiguresWire.read(in);
  }

  @Override
  public FiguresSerializer duplicate() {
    return new FiguresSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<Figures> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(FiguresSerializer::new));
    }
  }
}

package io.aftercare.flow.wire;

import io.aftercare.domain.window.WindowEntry;
import java.util.List;

/** Serializes what is said of a window. */
public final class WindowEntrySerializer extends WireSerializer<WindowEntry> {
  private static final long serialVersionUID = 1;

  @Override
  void write(WindowEntry value, WireWriter out) {
    out.name(value.region());
    out.constant(WireIds.DIMENSIONS, value.dimension());
    out.name(value.cell());
    out.name(value.span());
    out.signed(value.start());
    out.instant(value.end(), value.start());
    out.instant(value.finalAt(), value.end());
    out.unsigned(value.correction() ? 1 : 0);
    FiguresWire.write(value.figures(), out);
  }

  @Override
  WindowEntry read(WireReader in) {
    String region = in.name();
    var dimension = in.constant(WireIds.DIMENSIONS);
    String cell = in.requiredName();
    String span = in.requiredName();
    long start = in.signed();
    long end = in.instant(start);
    return new WindowEntry(
        region,
        dimension,
        cell,
        span,
        start,
        end,
        in.instant(end),
        in.unsigned() != 0,
        FiguresWire.read(in));
  }

  @Override
  public WindowEntrySerializer duplicate() {
    return new WindowEntrySerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<WindowEntry> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(WindowEntrySerializer::new));
    }
  }
}

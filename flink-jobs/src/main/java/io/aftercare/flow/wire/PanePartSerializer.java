package io.aftercare.flow.wire;

import io.aftercare.domain.window.PanePart;
import java.util.List;

/** Serializes what one subtask adds to a pane; it is in no state. */
public final class PanePartSerializer extends WireSerializer<PanePart> {
  private static final long serialVersionUID = 1;

  @Override
  void write(PanePart value, WireWriter out) {
    out.text(value.region());
    out.signed(value.minute());
    out.name(value.priority());
    out.name(value.channelClass());
    out.unsigned(value.contributions());
    out.instant(~value.lastEvent(), ~value.minute());
    FiguresWire.write(value.figures(), out);
    FiguresWire.write(value.customers(), out);
  }

  @Override
  PanePart read(WireReader in) {
    String region = in.text();
    long minute = in.signed();
    return new PanePart(
        region,
        minute,
        in.requiredName(),
        in.requiredName(),
        in.unsigned(),
        ~in.instant(~minute),
        FiguresWire.read(in),
        FiguresWire.clientele(in));
  }

  @Override
  public PanePartSerializer duplicate() {
    return new PanePartSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<PanePart> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(PanePartSerializer::new));
    }
  }
}

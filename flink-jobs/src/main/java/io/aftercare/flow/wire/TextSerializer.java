package io.aftercare.flow.wire;

import java.util.List;

/** Serializes a string. */
public final class TextSerializer extends WireSerializer<String> {
  private static final long serialVersionUID = 1;

  @Override
  void write(String text, WireWriter out) {
    out.text(text);
  }

  @Override
  String read(WireReader in) {
    return in.text();
  }

  @Override
  public TextSerializer duplicate() {
    return new TextSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<String> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(TextSerializer::new));
    }
  }
}

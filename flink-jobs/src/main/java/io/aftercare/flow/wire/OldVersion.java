package io.aftercare.flow.wire;

import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Reads what an older version wrote, and never writes. */
abstract class OldVersion<T> extends WireSerializer<T> {
  private static final long serialVersionUID = 1;

  @Override
  void write(T value, WireWriter out) {
    throw new IllegalStateException(getClass().getSimpleName() + " is read, never written");
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    throw new IllegalStateException(getClass().getSimpleName() + " is read, never written");
  }
}

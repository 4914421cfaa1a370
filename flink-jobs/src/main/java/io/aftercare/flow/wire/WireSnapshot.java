package io.aftercare.flow.wire;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a checkpoint keeps of a serializer: the version of its bytes. State of an older version is
 * read by the reader of that version, and Flink migrates; a version that is not known here was
 * written by a newer Aftercare and is refused.
 */
abstract class WireSnapshot<T> implements TypeSerializerSnapshot<T> {
  private final List<Supplier<WireSerializer<T>>> versions;
  private int found;

  /**
   * @param versions what reads each version, from 1; the last writes too
   */
  WireSnapshot(List<Supplier<WireSerializer<T>>> versions) {
    this.versions = versions;
    this.found = versions.size();
  }

  @Override
  public int getCurrentVersion() {
    return versions.size();
  }

  @Override
  public void writeSnapshot(DataOutputView out) {}

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader classes) throws IOException {
    if (version < 1 || version > versions.size()) {
      throw new IOException(
          "found state of %s in version %d, this Aftercare reads versions 1 to %d; use the one that wrote it"
              .formatted(getClass().getEnclosingClass().getSimpleName(), version, versions.size()));
    }
    found = version;
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return versions.get(found - 1).get();
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (old.getClass() != getClass()) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return ((WireSnapshot<T>) old).found == versions.size()
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}

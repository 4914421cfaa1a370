package io.aftercare.flow.wire;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a checkpoint keeps of a serializer: the version of its bytes. A version that is not known
 * here was written by a newer Aftercare and is refused; when a second version comes, {@link
 * #restoreSerializer} gives the reader of the one that was read, and Flink migrates.
 */
abstract class WireSnapshot<T> implements TypeSerializerSnapshot<T> {
  private final Supplier<WireSerializer<T>> serializer;
  private final int version;

  WireSnapshot(Supplier<WireSerializer<T>> serializer, int version) {
    this.serializer = serializer;
    this.version = version;
  }

  @Override
  public int getCurrentVersion() {
    return version;
  }

  @Override
  public void writeSnapshot(DataOutputView out) {}

  @Override
  public void readSnapshot(int found, DataInputView in, ClassLoader classes) throws IOException {
    if (found != version) {
      throw new IOException(
          "found state of %s in version %d, this Aftercare reads version %d; use the one that wrote it"
              .formatted(getClass().getEnclosingClass().getSimpleName(), found, version));
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return serializer.get();
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old.getClass() == getClass()
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}

package io.aftercare.flow.wire;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializes an immutable type in our own bytes. A copy is the value itself. Every value is one
 * write of one frame, because checkpoint streams take single bytes slowly.
 */
abstract class WireSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1;

  private transient @Nullable WireWriter writer;
  private transient @Nullable WireReader reader;

  abstract void write(T value, WireWriter out);

  abstract T read(WireReader in);

  @Override
  public abstract WireSerializer<T> duplicate();

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    if (writer == null) {
      writer = new WireWriter();
    }
    writer.begin();
    write(value, writer);
    writer.end(target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    if (reader == null) {
      reader = new WireReader();
    }
    reader.begin(source);
    return read(reader);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  /** There is nothing to reuse. */
  @Override
  public @Nullable T createInstance() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // one class is one kind of bytes
  public boolean equals(Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public int hashCode() {
    return getClass().hashCode();
  }
}

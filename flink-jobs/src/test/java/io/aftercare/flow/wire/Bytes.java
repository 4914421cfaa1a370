package io.aftercare.flow.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** To bytes and back, as Flink does it. */
final class Bytes {
  private Bytes() {}

  static <T> TypeSerializer<T> serializer(WireType<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  static <T> byte[] of(WireType<T> type, T value) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(64);
      serializer(type).serialize(value, out);
      return out.getCopyOfBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T read(WireType<T> type, byte[] bytes) {
    try {
      DataInputDeserializer in = new DataInputDeserializer(bytes);
      T value = serializer(type).deserialize(in);
      if (in.available() > 0) {
        throw new AssertionError(in.available() + " bytes are left of " + bytes.length);
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T thereAndBack(WireType<T> type, T value) {
    return read(type, of(type, value));
  }
}

package io.aftercare.exporter.topic;

import io.aftercare.contract.SingleObject;
import io.aftercare.contract.UndecodableException;
import org.apache.avro.specific.SpecificRecord;

/** Bytes of a topic value to a record: the one place that knows the encoding. */
@FunctionalInterface
public interface RecordDecoder<T> {
  /** Decodes a value, or says why it is no such record. */
  T decode(byte[] value) throws UndecodableException;

  /** Avro single-object encoding, as the jobs write it; for one thread. */
  static <T extends SpecificRecord> RecordDecoder<T> singleObject(Class<T> type) {
    return new SingleObject<>(type)::decode;
  }
}

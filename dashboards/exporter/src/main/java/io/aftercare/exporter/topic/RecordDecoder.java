package io.aftercare.exporter.topic;

import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.UndecodableException;

/** Bytes of a topic value to a metric record: the one place that knows the encoding. */
@FunctionalInterface
public interface RecordDecoder {
  /** Decodes a value, or says why it is no metric record. */
  MetricRecord decode(byte[] value) throws UndecodableException;

  /** Avro single-object encoding, as the jobs write it; for one thread. */
  static RecordDecoder singleObject() {
    return new SingleObject<>(MetricRecord.class)::decode;
  }
}

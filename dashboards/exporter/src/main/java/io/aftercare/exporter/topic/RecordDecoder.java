package io.aftercare.exporter.topic;

import io.aftercare.contract.MetricRecord;
import java.io.IOException;

/** Bytes of a topic value to a metric record: the one place that knows the encoding. */
@FunctionalInterface
public interface RecordDecoder {
  /**
   * Decodes a value.
   *
   * @throws IOException if the bytes are not a metric record; says what they are
   */
  MetricRecord decode(byte[] value) throws IOException;

  /** Avro single-object encoding, as the jobs write it. */
  static RecordDecoder singleObject() {
    return MetricRecord.getDecoder()::decode;
  }
}

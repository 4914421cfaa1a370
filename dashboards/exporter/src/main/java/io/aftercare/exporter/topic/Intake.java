package io.aftercare.exporter.topic;

import io.aftercare.contract.UndecodableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of the records of a topic; called by one thread, in the order of a partition. */
public interface Intake {
  /** Takes a record, or says why it is none of its topic; the reader counts and skips such. */
  void take(ConsumerRecord<byte[], byte[]> taken) throws UndecodableException;

  /** What was on the topic at the start has been read; called once. */
  default void caughtUp() {}
}

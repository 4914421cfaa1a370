package io.aftercare.io.kafka.live;

import org.apache.flink.api.connector.source.SourceEvent;

/**
 * What a reader asks its enumerator, and the answer. An answer travels behind every partition that
 * was assigned to the reader before, so who has the answer has its share of what it counts.
 */
sealed interface Assignment extends SourceEvent {

  /** How many partitions are assigned? */
  record Question() implements Assignment {
    private static final long serialVersionUID = 1;
  }

  /** So many. */
  record Answer(int partitions) implements Assignment {
    private static final long serialVersionUID = 1;
  }
}

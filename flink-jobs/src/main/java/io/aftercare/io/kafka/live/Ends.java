package io.aftercare.io.kafka.live;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What a broker told when it was asked where a topic ends.
 *
 * @param askedAt the wall clock before asking, ms since 1970
 * @param partitions how many the topic has; {@link #NOT_LEARNT} if it did not tell
 * @param offsets where the records of each partition end, without those it did not tell
 */
record Ends(long askedAt, int partitions, Map<TopicPartition, Long> offsets) {
  static final int NOT_LEARNT = -1;

  Ends {
    offsets = Map.copyOf(offsets);
  }
}

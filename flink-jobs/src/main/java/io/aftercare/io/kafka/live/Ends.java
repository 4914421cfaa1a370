package io.aftercare.io.kafka.live;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What a broker told when it was asked where a topic ends.
 *
 * @param askedAt the wall clock before asking, ms since 1970
 * @param partitions how many the topic has; {@link #NOT_LEARNT} if it did not tell
 * @param offsets where the records of a partition end
 * @param untold the partitions that were asked about in vain
 */
record Ends(
    long askedAt, int partitions, Map<TopicPartition, Long> offsets, Set<TopicPartition> untold) {
  static final int NOT_LEARNT = -1;

  Ends {
    offsets = Map.copyOf(offsets);
    untold = Set.copyOf(untold);
  }
}

package io.aftercare.io.kafka.live;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What time it is on one subtask's share of a topic: the least of its partitions'. It is unknown
 * while the topic has partitions that the subtask was not told to be in somebody's hands, because
 * records of those are unread and one of them may become its own. A subtask without partitions is
 * at the wall clock less the grace, so that it holds nobody back and is ahead of nobody.
 */
final class InputTime {
  private final TimeRule rule;
  private final Map<TopicPartition, PartitionTime> partitions = new HashMap<>();
  private int assigned;
  private int existing = Integer.MAX_VALUE;
  private long askedAt = PartitionTime.UNKNOWN;

  InputTime(TimeRule rule) {
    this.rule = rule;
  }

  /**
   * The subtask got a partition.
   *
   * @param position the first offset to read; negative: the first there is
   */
  void own(TopicPartition partition, long position) {
    partitions.put(partition, new PartitionTime(rule, Math.max(0, position)));
  }

  /** Time on a partition it owns. */
  PartitionTime of(TopicPartition partition) {
    PartitionTime time = partitions.get(partition);
    if (time == null) {
      throw new IllegalStateException(partition + " is not owned here");
    }
    return time;
  }

  /** How many of the topic's partitions are in the hands of some subtask. */
  void assigned(int count) {
    assigned = count;
  }

  void learnt(Ends ends) {
    if (ends.partitions() != Ends.NOT_LEARNT) {
      existing = ends.partitions();
      askedAt = ends.askedAt();
    }
    ends.offsets().forEach((partition, end) -> of(partition).learnt(ends.askedAt(), end));
    ends.untold().forEach(partition -> of(partition).notLearnt());
  }

  /** Whether partitions exist that may be in nobody's hands. */
  boolean incomplete() {
    return existing > assigned;
  }

  /** The first offset of each partition that is not passed on. */
  Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    partitions.forEach((partition, time) -> positions.put(partition, time.position()));
    return positions;
  }

  /** What time it is, when the wall clock shows this; {@link PartitionTime#UNKNOWN} if unknown. */
  long at(long now) {
    if (incomplete()) {
      return PartitionTime.UNKNOWN;
    }
    return partitions.values().stream()
        .mapToLong(partition -> partition.at(now))
        .min()
        .orElseGet(() -> rule.behindClock(askedAt));
  }
}

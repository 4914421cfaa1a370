package io.aftercare.exporter.topic;

import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the first reading of a topic is: from where it began to the end offsets as they were when
 * it was assigned. What is written later does not move the goal. Offsets, not records: of a
 * compacted topic many offsets are gone.
 */
record CatchUp(Map<TopicPartition, Long> goals, long from, long read) {
  CatchUp {
    goals = Map.copyOf(goals);
  }

  /** At the start. */
  static CatchUp begin(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
    long from = beginnings.values().stream().mapToLong(Long::longValue).sum();
    return new CatchUp(ends, from, 0);
  }

  /** After reading up to {@code position}. */
  CatchUp at(ToLongFunction<TopicPartition> position) {
    long reached =
        goals.entrySet().stream()
            .mapToLong(goal -> Math.min(goal.getValue(), position.applyAsLong(goal.getKey())))
            .sum();
    return new CatchUp(goals, from, Math.max(0, reached - from));
  }

  long toRead() {
    return Math.max(0, goals.values().stream().mapToLong(Long::longValue).sum() - from);
  }

  boolean isDone() {
    return read >= toRead();
  }

  @Override
  public String toString() {
    return read + " of " + toRead() + " offsets in " + goals.size() + " partitions";
  }
}

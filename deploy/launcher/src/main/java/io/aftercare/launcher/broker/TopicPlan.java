package io.aftercare.launcher.broker;

import io.aftercare.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics Aftercare reads and writes, with their properties.
 *
 * <p>Live, a record's time is its arrival at the broker. With simulated or replayed time it is the
 * mapped arrival that the writer states, which may lie years back or ahead, so nothing expires and
 * no timestamp is refused. Records written by the jobs carry the broker's time always.
 *
 * <p>Policies have one partition, because the order of their publication counts.
 */
public record TopicPlan(List<TopicSpec> topics) {
  /** Largest record on every topic and in every client, in bytes. */
  public static final int MAX_MESSAGE_BYTES = 2 << 20;

  /** Partitions per topic unless set. */
  public static final int DEFAULT_PARTITIONS = 4;

  /** Written by others: their records carry the writer's time when time is simulated. */
  private static final Set<String> INPUTS =
      Set.of(Topics.TICKET_EVENTS, Topics.CALL_EVENTS, Topics.AGENT_STATES);

  private static final Duration INPUT_RETENTION = Duration.ofDays(90);
  private static final Duration AGENT_STATE_RETENTION = Duration.ofDays(30);
  private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);
  private static final Duration LEDGER_RETENTION = Duration.ofDays(400);
  private static final Duration WINDOW_RETENTION = Duration.ofDays(30);
  private static final Duration FOR_EVER = Duration.ofMillis(-1);
  private static final Duration METRICS_SEGMENT = Duration.ofMinutes(10);
  private static final int METRICS_SEGMENT_BYTES = 16 << 20;

  public TopicPlan {
    topics = List.copyOf(topics);
  }

  /** For tickets and calls that happen now. */
  public static TopicPlan live(int partitions) {
    return new TopicPlan(
        List.of(
            new TopicSpec(Topics.TICKET_EVENTS, partitions, expiring(INPUT_RETENTION)),
            deadLetters(Topics.TICKET_EVENTS, partitions),
            new TopicSpec(Topics.CALL_EVENTS, partitions, expiring(INPUT_RETENTION)),
            deadLetters(Topics.CALL_EVENTS, partitions),
            new TopicSpec(Topics.AGENT_STATES, partitions, expiring(AGENT_STATE_RETENTION)),
            deadLetters(Topics.AGENT_STATES, partitions),
            new TopicSpec(Topics.CONTACTS, partitions, expiring(LEDGER_RETENTION)),
            new TopicSpec(Topics.VERDICTS, partitions, expiring(LEDGER_RETENTION)),
            new TopicSpec(Topics.MILESTONES, partitions, expiring(LEDGER_RETENTION)),
            new TopicSpec(Topics.WINDOWS, partitions, expiring(WINDOW_RETENTION)),
            new TopicSpec(Topics.SPIKES, partitions, expiring(LEDGER_RETENTION)),
            new TopicSpec(Topics.ATTENTION, partitions, compacted()),
            new TopicSpec(Topics.METRICS, partitions, compacted()),
            new TopicSpec(Topics.POLICIES, 1, with(Map.of("cleanup.policy", "compact"))),
            new TopicSpec(Topics.POLICY_HISTORY, 1, expiring(FOR_EVER))));
  }

  private static TopicSpec deadLetters(String input, int partitions) {
    return new TopicSpec(Topics.deadLettersOf(input), partitions, expiring(DEAD_LETTER_RETENTION));
  }

  /** For a replay or a demo: the writer states each input record's time. */
  public static TopicPlan simulated(int partitions) {
    List<TopicSpec> topics = new ArrayList<>();
    for (TopicSpec each : live(partitions).topics()) {
      Map<String, String> properties = new HashMap<>(each.properties());
      properties.computeIfPresent("retention.ms", (key, live) -> "-1");
      if (INPUTS.contains(each.name())) {
        properties.putAll(writersTime());
      }
      topics.add(new TopicSpec(each.name(), each.partitions(), properties));
    }
    return new TopicPlan(topics);
  }

  private static Map<String, String> writersTime() {
    // Segments roll by record time too: years in one file would make a segment a week.
    String anyTime = Long.toString(Long.MAX_VALUE);
    return Map.of(
        "message.timestamp.type", "CreateTime",
        "segment.ms", anyTime,
        "message.timestamp.before.max.ms", anyTime,
        "message.timestamp.after.max.ms", anyTime);
  }

  private static Map<String, String> expiring(Duration retention) {
    return with(
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
  }

  private static Map<String, String> compacted() {
    return with(
        Map.of(
            "cleanup.policy",
            "compact",
            "segment.ms",
            Long.toString(METRICS_SEGMENT.toMillis()),
            "segment.bytes",
            Integer.toString(METRICS_SEGMENT_BYTES),
            "min.cleanable.dirty.ratio",
            "0.1"));
  }

  private static Map<String, String> with(Map<String, String> own) {
    Map<String, String> properties = new HashMap<>(own);
    properties.put("message.timestamp.type", "LogAppendTime");
    properties.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    return properties;
  }
}

package io.aftercare.exporter.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Where the reading of a log begins, by what the brokers say of it. */
class BeginningTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final TopicPartition YOUNG = new TopicPartition("verdicts", 0);
  private static final TopicPartition OLD = new TopicPartition("verdicts", 1);
  private static final TopicPartition LONG_AND_OLD = new TopicPartition("verdicts", 2);
  private static final Set<TopicPartition> ALL = Set.of(YOUNG, OLD, LONG_AND_OLD);

  /** Knows by time the one partition that has young records. */
  private static final class Broker extends MockConsumer<byte[], byte[]> {
    private long asked;

    Broker() {
      super("earliest");
      updateBeginningOffsets(Map.of(YOUNG, 10L, OLD, 20L, LONG_AND_OLD, 30L));
      updateEndOffsets(Map.of(YOUNG, 1_000_000L, OLD, 5_000L, LONG_AND_OLD, 1_000_000L));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> wanted, Duration timeout) {
      asked = wanted.getOrDefault(YOUNG, 0L);
      Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
      found.put(YOUNG, new OffsetAndTimestamp(4_321, asked));
      return found;
    }
  }

  private final Broker broker = new Broker();

  @Test
  void theEarliestIsTheFirstThatStillExists() {
    assertThat(Beginning.earliest().of(broker, Set.of(YOUNG))).isEqualTo(Map.of(YOUNG, 10L));
  }

  @Test
  void withinAnAgeIsTheFirstYoungRecordOrTheTail() {
    Clock wall = Clock.fixed(NOW, ZoneOffset.UTC);
    assertThat(Beginning.within(Duration.ofHours(25), wall).of(broker, ALL))
        .isEqualTo(Map.of(YOUNG, 4_321L, OLD, 20L, LONG_AND_OLD, 900_000L));
    assertThat(broker.asked).isEqualTo(Instant.parse("2026-03-01T07:00:00Z").toEpochMilli());
  }
}

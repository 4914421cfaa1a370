package io.aftercare.exporter.topic;

import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.opened;
import static io.aftercare.exporter.ledger.Say.settled;
import static io.aftercare.exporter.ledger.Say.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Verdict;
import io.aftercare.exporter.ledger.TicketLog;
import io.aftercare.exporter.ledger.TicketSearch.Unavailable;
import io.aftercare.exporter.ledger.TicketSearch.Why;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The log of one ticket among others, found, cut short, refused. */
class TicketLookupTest {
  private static final TopicPartition VERDICTS = new TopicPartition("verdicts", 0);
  private static final TopicPartition STEPS = new TopicPartition("steps", 0);

  private final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");

  private static TicketLookup lookup(Consumer<byte[], byte[]> broker, Duration patience) {
    return new TicketLookup(() -> broker, "verdicts", "steps", patience);
  }

  private void topics(long verdicts, long steps) {
    Node[] nodes = {};
    for (TopicPartition each : List.of(VERDICTS, STEPS)) {
      broker.updatePartitions(
          each.topic(), List.of(new PartitionInfo(each.topic(), 0, Node.noNode(), nodes, nodes)));
    }
    broker.updateBeginningOffsets(Map.of(VERDICTS, 0L, STEPS, 0L));
    broker.updateEndOffsets(Map.of(VERDICTS, verdicts, STEPS, steps));
    broker.schedulePollTask(
        () -> {
          arrives(0, opened("T-1", "due", 1).build());
          arrives(1, opened("T-2", "due", 1).build());
          arrives(2, settled("T-1", "due", 2, MET, at("09:00")).build());
          Milestone created = step("T-1", MilestoneKind.CREATED, 1, "08:00").build();
          arrives(STEPS, 0, "T-1", new SingleObject<>(Milestone.class).encode(created));
        });
  }

  private void arrives(long offset, Verdict verdict) {
    byte[] value = new SingleObject<>(Verdict.class).encode(verdict);
    arrives(VERDICTS, offset, verdict.getTicketId(), value);
  }

  private void arrives(TopicPartition to, long offset, String key, byte[] value) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    broker.addRecord(new ConsumerRecord<>(to.topic(), to.partition(), offset, bytes, value));
  }

  @Test
  void allOfATicketIsFoundAndNothingOfOthers() throws Exception {
    topics(3, 1);
    TicketLog log = lookup(broker, Duration.ofSeconds(20)).find("T-1");
    assertThat(log.verdicts()).hasSize(2);
    assertThat(log.milestones()).hasSize(1);
    assertThat(log.complete()).isTrue();
    assertThat(broker.closed()).isTrue();
  }

  @Test
  void aTicketThatIsNotThereHasAnEmptyLog() throws Exception {
    topics(3, 1);
    TicketLog log = lookup(broker, Duration.ofSeconds(20)).find("T-9");
    assertThat(log.isEmpty()).isTrue();
    assertThat(log.complete()).isFalse();
  }

  @Test
  void whatCannotBeReadInTimeIsNotComplete() throws Exception {
    topics(1_000_000, 1);
    assertThat(lookup(broker, Duration.ofMillis(300)).find("T-1").complete()).isFalse();
  }

  @Test
  void whatWasNotFoundInTimeIsNotSaidToBeAbsent() {
    topics(1_000_000, 1);
    assertThatThrownBy(() -> lookup(broker, Duration.ofSeconds(1)).find("T-9"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("not found in the 1 s that a search may take; it may be there")
        .matches(e -> ((Unavailable) e).why() == Why.CUT_SHORT);
  }

  @Test
  void aBrokerWhoseNameIsNotKnownAnyMoreIsSaid() {
    TicketLookup nowhere =
        new TicketLookup(
            () -> {
              throw new IllegalStateException("no such host");
            },
            "verdicts",
            "steps",
            Duration.ofSeconds(1));
    assertThatThrownBy(() -> nowhere.find("T-1"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("no such host")
        .matches(e -> ((Unavailable) e).why() == Why.UNREACHABLE);
  }

  @Test
  void topicsThatDoNotExistHoldNothing() throws Exception {
    TicketLog log = lookup(broker, Duration.ofSeconds(20)).find("T-1");
    assertThat(log).isEqualTo(TicketLog.NOTHING_SEEN);
  }

  @Test
  void aBrokerThatDoesNotAnswerIsSaid() {
    broker.setPollException(new KafkaException("no broker answers"));
    topics(3, 1);
    assertThatThrownBy(() -> lookup(broker, Duration.ofSeconds(20)).find("T-1"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("no broker answers");
  }

  @Test
  void aThirdSearchAtATimeIsRefused() throws Exception {
    CountDownLatch begun = new CountDownLatch(TicketLookup.AT_A_TIME);
    CountDownLatch go = new CountDownLatch(1);
    TicketLookup slow =
        new TicketLookup(
            () -> {
              begun.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new MockConsumer<>("earliest");
            },
            "verdicts",
            "steps",
            Duration.ofSeconds(20));
    CompletableFuture<TicketLog> first = CompletableFuture.supplyAsync(() -> found(slow));
    CompletableFuture<TicketLog> second = CompletableFuture.supplyAsync(() -> found(slow));
    begun.await();
    assertThatThrownBy(() -> slow.find("T-1"))
        .isInstanceOf(Unavailable.class)
        .matches(e -> ((Unavailable) e).why() == Why.BUSY);
    go.countDown();
    assertThat(first.join()).isEqualTo(TicketLog.NOTHING_SEEN);
    assertThat(second.join()).isEqualTo(TicketLog.NOTHING_SEEN);
    assertThat(slow.find("T-1")).isEqualTo(TicketLog.NOTHING_SEEN);
  }

  private static TicketLog found(TicketLookup lookup) {
    try {
      return lookup.find("T-1");
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keysAreWhereProducersPutThem() {
    for (String key : List.of("T-1", "T-2", "", "Ärger/7", "x".repeat(128))) {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      for (int partitions : List.of(1, 2, 7, 64)) {
        assertThat(TicketLookup.home(bytes, partitions))
            .isEqualTo(BuiltInPartitioner.partitionForKey(bytes, partitions));
      }
    }
  }
}

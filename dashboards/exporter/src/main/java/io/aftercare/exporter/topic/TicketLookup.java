package io.aftercare.exporter.topic;

import io.aftercare.contract.UndecodableException;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.ledger.TicketLog;
import io.aftercare.exporter.ledger.TicketLogs;
import io.aftercare.exporter.ledger.TicketSearch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Finds the log of a ticket on the topics: reads the partitions that its key belongs to from the
 * earliest record on, for a few seconds at most, and few tickets at a time. What was cut short is
 * not complete; if nothing was found until then, it is not said that nothing is there. Thread-safe;
 * each search has a consumer of its own.
 */
public final class TicketLookup implements TicketSearch {
  /** How long a search reads at most. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Searches at a time; more are refused. */
  public static final int AT_A_TIME = 2;

  private static final Duration POLL = Duration.ofMillis(100);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final List<Log> logs;
  private final Duration patience;
  private final Semaphore searches = new Semaphore(AT_A_TIME);

  private record Log(String topic, LogIntake intake) {}

  /** Makes an intake that fills these logs. */
  @FunctionalInterface
  private interface LogIntake {
    Intake into(TicketLogs logs);
  }

  /**
   * A lookup.
   *
   * @param verdicts name of the verdicts topic; empty: there is none
   * @param milestones name of the milestones topic; empty: there is none
   */
  public TicketLookup(
      Supplier<Consumer<byte[], byte[]>> consumers,
      String verdicts,
      String milestones,
      Duration patience) {
    this.consumers = consumers;
    this.logs =
        List.of(
                new Log(verdicts, found -> new VerdictIntake(new RecentVerdicts(), found)),
                new Log(milestones, MilestoneIntake::new))
            .stream()
            .filter(log -> !log.topic().isEmpty())
            .toList();
    this.patience = patience;
  }

  @Override
  public TicketLog find(String ticketId) throws Unavailable {
    if (!searches.tryAcquire()) {
      throw Unavailable.busy(
          "tickets are being looked up already, " + AT_A_TIME + " at a time; try again");
    }
    try {
      return search(ticketId);
    } catch (KafkaException e) {
      throw Unavailable.unreachable("the ticket cannot be looked up now: " + e.getMessage());
    } finally {
      searches.release();
    }
  }

  private TicketLog search(String ticketId) throws Unavailable {
    Consumer<byte[], byte[]> consumer = open();
    try {
      return search(ticketId, consumer);
    } finally {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  /** The properties were good at the start: a client that cannot be made finds no broker. */
  private Consumer<byte[], byte[]> open() throws Unavailable {
    try {
      return consumers.get();
    } catch (RuntimeException e) {
      throw Unavailable.unreachable("the ticket cannot be looked up now: " + e.getMessage());
    }
  }

  private TicketLog search(String ticketId, Consumer<byte[], byte[]> consumer) throws Unavailable {
    long start = System.nanoTime();
    byte[] key = ticketId.getBytes(StandardCharsets.UTF_8);
    TicketLogs found = TicketLogs.ofOneTicket();
    Map<TopicPartition, Intake> intakes = assign(consumer, key, found);
    if (intakes.isEmpty()) {
      return TicketLog.NOTHING_SEEN;
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(intakes.keySet(), Beginning.ANSWER);
    boolean read = false;
    while (!read && System.nanoTime() - start < patience.toNanos()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (Arrays.equals(record.key(), key)) {
          take(record, intakes);
        }
      }
      read =
          ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey(), Beginning.ANSWER) >= end.getValue());
    }
    TicketLog log = found.of(ticketId);
    if (!read && log.isEmpty()) {
      throw Unavailable.cutShort(
          "not found in the "
              + patience.toSeconds()
              + " s that a search may take; it may be there");
    }
    return read && intakes.size() == logs.size() ? log.allThereIs() : log.cutShort();
  }

  private Map<TopicPartition, Intake> assign(
      Consumer<byte[], byte[]> consumer, byte[] key, TicketLogs found) {
    Map<TopicPartition, Intake> intakes = new HashMap<>();
    for (Log log : logs) {
      List<PartitionInfo> partitions = consumer.partitionsFor(log.topic(), Beginning.ANSWER);
      if (partitions != null && !partitions.isEmpty()) {
        TopicPartition home = new TopicPartition(log.topic(), home(key, partitions.size()));
        intakes.put(home, log.intake().into(found));
      }
    }
    consumer.assign(new ArrayList<>(intakes.keySet()));
    consumer.seekToBeginning(intakes.keySet());
    return intakes;
  }

  /** Where producers put a key by default. */
  static int home(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Intake> intakes) {
    Intake intake = intakes.get(new TopicPartition(record.topic(), record.partition()));
    try {
      if (intake != null) {
        intake.take(record);
      }
    } catch (UndecodableException | RuntimeException e) {
      // The reader of the topic has counted and logged it, or will; the log has a gap here.
      return;
    }
  }
}

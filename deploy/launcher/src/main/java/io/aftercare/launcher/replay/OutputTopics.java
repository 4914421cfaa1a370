package io.aftercare.launcher.replay;

import io.aftercare.contract.ComplaintBin;
import io.aftercare.contract.Contact;
import io.aftercare.contract.DeadLetter;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Spike;
import io.aftercare.contract.Topics;
import io.aftercare.contract.UndecodableException;
import io.aftercare.contract.Verdict;
import io.aftercare.contract.Window;
import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.replay.report.SpikesReport;
import io.aftercare.launcher.replay.report.Stories;
import io.aftercare.launcher.replay.report.WindowsReport;
import io.aftercare.launcher.replay.report.calls.Contacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics that the job wrote, from their beginning to where they end now. */
final class OutputTopics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, String> kafka;

  OutputTopics(Map<String, String> kafka) {
    this.kafka = kafka;
  }

  /** One thing to do with each record. */
  private interface Reading {
    void take(byte[] value) throws UndecodableException;
  }

  /** Ledger log and milestones. */
  void readInto(Stories stories) {
    SingleObject<Verdict> verdicts = new SingleObject<>(Verdict.class);
    read(Topics.VERDICTS, value -> stories.add(verdicts.decode(value)));
    SingleObject<Milestone> milestones = new SingleObject<>(Milestone.class);
    read(Topics.MILESTONES, value -> stories.add(milestones.decode(value)));
  }

  /** The call ledger's log. */
  void readInto(Contacts contacts) {
    SingleObject<Contact> format = new SingleObject<>(Contact.class);
    read(Topics.CONTACTS, value -> contacts.add(format.decode(value)));
  }

  /** The windows that closed. */
  void readInto(WindowsReport windows) {
    SingleObject<Window> format = new SingleObject<>(Window.class);
    read(Topics.WINDOWS, value -> windows.add(format.decode(value)));
  }

  /** Bins of complaints, and what was said of spikes. */
  void readInto(SpikesReport spikes) {
    SingleObject<ComplaintBin> bins = new SingleObject<>(ComplaintBin.class);
    read(Topics.COMPLAINT_BINS, value -> spikes.add(bins.decode(value)));
    SingleObject<Spike> format = new SingleObject<>(Spike.class);
    read(Topics.SPIKES, value -> spikes.add(format.decode(value)));
  }

  /** The lines of an input that did not count; a letter that a restarted job wrote again is one. */
  List<RejectedLine> rejected(String input) {
    SingleObject<DeadLetter> decoder = new SingleObject<>(DeadLetter.class);
    Map<TopicPartition, Set<Long>> seen = new HashMap<>();
    List<RejectedLine> lines = new ArrayList<>();
    read(
        Topics.deadLettersOf(input),
        value -> {
          DeadLetter letter = decoder.decode(value);
          TopicPartition partition = new TopicPartition(letter.getTopic(), letter.getPartition());
          if (seen.computeIfAbsent(partition, p -> new HashSet<>()).add(letter.getOffset())) {
            lines.add(RejectedLine.of(letter));
          }
        });
    return lines;
  }

  private void read(String topic, Reading reading) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("enable.auto.commit", "false");
    properties.put("max.poll.records", "5000");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      readTo(consumer, consumer.endOffsets(partitions, PATIENCE), reading);
    } catch (UndecodableException e) {
      throw new CommandFailure(topic + " holds a record that cannot be read: " + e.getMessage());
    }
  }

  private static void readTo(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Reading reading)
      throws UndecodableException {
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
        if (record.value() != null) {
          reading.take(record.value());
        }
      }
    }
  }
}

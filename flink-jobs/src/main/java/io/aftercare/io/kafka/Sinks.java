package io.aftercare.io.kafka;

import io.aftercare.contract.Attention;
import io.aftercare.contract.ComplaintBin;
import io.aftercare.contract.DeadLetter;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Spike;
import io.aftercare.contract.Topics;
import io.aftercare.contract.Verdict;
import io.aftercare.contract.Window;
import io.aftercare.domain.call.ContactEntry;
import io.aftercare.domain.complaint.FinalBin;
import io.aftercare.domain.complaint.SpikeEntry;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.MilestoneEntry;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.io.metrics.SeriesRecords;
import io.aftercare.io.metrics.SeriesUpdates;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Where the jobs' output goes. All of it is idempotent (deterministic ids, absolute values), so
 * at-least-once is enough and no transactions are needed.
 */
public final class Sinks {
  /** What the topics take, bytes. */
  private static final int LARGEST_RECORD = 2 << 20;

  private final Map<String, String> kafka;

  /**
   * @param kafka client properties, at least {@code bootstrap.servers}
   */
  public Sinks(Map<String, String> kafka) {
    this.kafka = Map.copyOf(kafka);
  }

  /** The ledger log. */
  public KafkaSink<LedgerEntry> ledger() {
    return sink(
        new KeyedRecords<>(
            Topics.VERDICTS,
            KeyedRecords.text(LedgerEntry::ticketId),
            () -> {
              SingleObject<Verdict> format = new SingleObject<>(Verdict.class);
              return entry -> format.encode(OutputRecords.of(entry));
            }));
  }

  /** The call ledger's log. */
  public KafkaSink<ContactEntry> contacts() {
    return sink(
        new KeyedRecords<>(
            Topics.CONTACTS,
            KeyedRecords.text(entry -> entry.contact().contactId()),
            () -> {
              SingleObject<io.aftercare.contract.Contact> format =
                  new SingleObject<>(io.aftercare.contract.Contact.class);
              return entry -> format.encode(ContactRecords.of(entry));
            }));
  }

  /** Steps in tickets' lives. */
  public KafkaSink<MilestoneEntry> milestones() {
    return sink(
        new KeyedRecords<>(
            Topics.MILESTONES,
            KeyedRecords.text(MilestoneEntry::ticketId),
            () -> {
              SingleObject<Milestone> format = new SingleObject<>(Milestone.class);
              return entry -> format.encode(OutputRecords.of(entry));
            }));
  }

  /** Bins of complaints that are final. */
  public KafkaSink<FinalBin> complaintBins() {
    return sink(
        new KeyedRecords<>(
            Topics.COMPLAINT_BINS,
            KeyedRecords.text(FinalBin::region),
            () -> {
              SingleObject<ComplaintBin> format = new SingleObject<>(ComplaintBin.class);
              return bin -> format.encode(SpikeRecords.of(bin));
            }));
  }

  /** What is said of complaints. */
  public KafkaSink<SpikeEntry> spikes() {
    return sink(
        new KeyedRecords<>(
            Topics.SPIKES,
            KeyedRecords.text(SpikeRecords::key),
            () -> {
              SingleObject<Spike> format = new SingleObject<>(Spike.class);
              return entry -> format.encode(SpikeRecords.of(entry));
            }));
  }

  /** Windows that closed, and corrections of them. */
  public KafkaSink<WindowEntry> windows() {
    return sink(
        new KeyedRecords<>(
            Topics.WINDOWS,
            KeyedRecords.text(entry -> entry.region() == null ? "" : entry.region()),
            () -> {
              SingleObject<Window> format = new SingleObject<>(Window.class);
              return entry -> format.encode(WindowRecords.of(entry));
            }));
  }

  /** The attention list, to the compacted topic. */
  public KafkaSink<AttentionChange> attention() {
    return sink(
        new KeyedRecords<>(
            Topics.ATTENTION,
            KeyedRecords.text(AttentionChange::ticketId),
            () -> {
              SingleObject<Attention> format = new SingleObject<>(Attention.class);
              return change -> {
                Attention now = OutputRecords.of(change);
                return now == null ? null : format.encode(now);
              };
            }));
  }

  /** Absolute values of series, to the compacted topic. */
  public KafkaSink<SeriesUpdate> metrics(String job) {
    return sink(
        new KeyedRecords<>(
            Topics.METRICS,
            KeyedRecords.text(update -> SeriesRecords.key(update.series())),
            () -> {
              SingleObject<MetricRecord> format = new SingleObject<>(MetricRecord.class);
              return update ->
                  update.total().equals(Total.ABSENT)
                      ? null
                      : format.encode(SeriesUpdates.record(job, update));
            }));
  }

  /** Dead letters of an input topic, under the original key. */
  public KafkaSink<Rejection> deadLetters(String stream, String inputTopic) {
    return sink(
        new KeyedRecords<>(
            Topics.deadLettersOf(inputTopic),
            Rejection::key,
            () -> {
              SingleObject<DeadLetter> format = new SingleObject<>(DeadLetter.class);
              return rejection -> format.encode(DeadLetters.letter(stream, rejection));
            }));
  }

  private <T> KafkaSink<T> sink(KeyedRecords<T> records) {
    Properties properties = new Properties();
    properties.putAll(kafka);
    // A broker that is away is waited for as long as a checkpoint may take.
    properties.putIfAbsent("delivery.timeout.ms", "600000");
    properties.putIfAbsent("max.block.ms", "600000");
    properties.putIfAbsent("max.request.size", Integer.toString(LARGEST_RECORD));
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(properties)
        .setRecordSerializer(records)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }
}

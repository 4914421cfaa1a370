package io.aftercare.exporter;

import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.ledger.TicketLogs;
import io.aftercare.exporter.spike.RecentSpikes;
import io.aftercare.exporter.topic.AttentionIntake;
import io.aftercare.exporter.topic.Beginning;
import io.aftercare.exporter.topic.Intake;
import io.aftercare.exporter.topic.MetricsIntake;
import io.aftercare.exporter.topic.MilestoneIntake;
import io.aftercare.exporter.topic.ReaderStatus;
import io.aftercare.exporter.topic.SpikeIntake;
import io.aftercare.exporter.topic.TopicReader;
import io.aftercare.exporter.topic.VerdictIntake;
import io.aftercare.exporter.topic.WindowIntake;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.window.LastWindows;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * One reader for each topic. The compacted ones are read whole, the logs of what happened as far
 * back as the pages look.
 */
final class Readers implements AutoCloseable {
  /**
   * The day that the pages count, and a day that event time may be behind; further behind than that
   * an exporter that starts anew counts less of the day than one that was there.
   */
  private static final Duration LOOK_BACK = Duration.ofHours(49);

  private final ExporterSettings settings;
  private final OwnHealth health;
  private final List<TopicReader> all = new ArrayList<>();

  Readers(ExporterSettings settings, OwnHealth health) {
    this.settings = settings;
    this.health = health;
  }

  /** Makes the readers, which do not read before {@link #start}, and says how far they are. */
  Readings into(
      MetricsView metrics,
      AttentionView attention,
      RecentVerdicts verdicts,
      TicketLogs logs,
      LastWindows windows,
      RecentSpikes spikes,
      Clock clock) {
    Beginning lately = Beginning.within(LOOK_BACK, clock);
    LedgerTopics topics = settings.ledgers();
    ReaderStatus ofMetrics =
        reader(settings.topic(), "metrics", Beginning.earliest(), new MetricsIntake(metrics));
    List<ReaderStatus> ledgers = new ArrayList<>();
    if (!topics.attention().isEmpty()) {
      Intake intake = new AttentionIntake(attention);
      ledgers.add(reader(topics.attention(), "attention", Beginning.earliest(), intake));
    }
    if (!topics.verdicts().isEmpty()) {
      Intake intake = new VerdictIntake(verdicts, logs);
      ledgers.add(reader(topics.verdicts(), "verdicts", lately, intake));
    }
    List<ReaderStatus> steps = new ArrayList<>();
    if (!topics.milestones().isEmpty()) {
      steps.add(reader(topics.milestones(), "milestones", lately, new MilestoneIntake(logs)));
    }
    if (!topics.windows().isEmpty()) {
      steps.add(reader(topics.windows(), "windows", lately, new WindowIntake(windows)));
    }
    if (!topics.spikes().isEmpty()) { // few, and one that is open may be old
      steps.add(reader(topics.spikes(), "spikes", Beginning.earliest(), new SpikeIntake(spikes)));
    }
    return new Readings(ofMetrics, ledgers, steps);
  }

  void start() {
    all.forEach(TopicReader::start);
  }

  private ReaderStatus reader(String topic, String what, Beginning beginning, Intake intake) {
    Consumer<byte[], byte[]> consumer = TopicConsumer.open(settings.kafka(), what);
    if (all.isEmpty()) {
      health.watch(consumer); // one tells how the brokers are; all would be a thousand series
    }
    TopicReader reader = new TopicReader(consumer, topic, beginning, intake);
    all.add(reader);
    return reader.status();
  }

  @Override
  public void close() {
    all.forEach(TopicReader::stop);
    all.forEach(TopicReader::close);
  }
}

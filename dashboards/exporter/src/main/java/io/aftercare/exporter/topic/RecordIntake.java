package io.aftercare.exporter.topic;

import io.aftercare.contract.UndecodableException;
import io.aftercare.exporter.view.MetricsView;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One topic record into the view. What is no metric record is counted, logged and skipped. */
final class RecordIntake {
  private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);
  private final MetricsView view;
  private final RecordDecoder decoder;
  private final ReaderStatus status;
  private final OccasionalLog log = new OccasionalLog(LOG);

  RecordIntake(MetricsView view, RecordDecoder decoder, ReaderStatus status) {
    this.view = view;
    this.decoder = decoder;
    this.status = status;
  }

  void take(ConsumerRecord<byte[], byte[]> metric) {
    try {
      byte[] value = metric.value();
      view.apply(keyOf(metric), value == null ? null : decoder.decode(value));
    } catch (UndecodableException | RuntimeException e) {
      skip(metric, status.undecodable(), e);
    }
  }

  private static String keyOf(ConsumerRecord<byte[], byte[]> metric) {
    byte[] key = metric.key();
    if (key == null) {
      throw new IllegalArgumentException("it has no key; the key of a metric record is its series");
    }
    return new String(key, StandardCharsets.UTF_8);
  }

  private void skip(ConsumerRecord<byte[], byte[]> metric, long count, Exception why) {
    log.warn(
        "skipped {}-{}@{}: no metric record ({} so far): {}",
        metric.topic(),
        metric.partition(),
        metric.offset(),
        count,
        why.toString());
  }
}

package io.aftercare.exporter.topic;

import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.UndecodableException;
import io.aftercare.exporter.view.MetricsView;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Series of the metrics topic into their view; what was there at the start is taken as known. */
public final class MetricsIntake implements Intake {
  private final MetricsView view;
  private final RecordDecoder<MetricRecord> decoder =
      RecordDecoder.singleObject(MetricRecord.class);

  public MetricsIntake(MetricsView view) {
    this.view = view;
  }

  @Override
  public void take(ConsumerRecord<byte[], byte[]> taken) throws UndecodableException {
    byte[] value = taken.value();
    view.apply(Keys.of(taken), value == null ? null : decoder.decode(value));
  }

  @Override
  public void caughtUp() {
    view.settle();
  }
}

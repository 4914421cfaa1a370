package io.aftercare.exporter.topic;

import io.aftercare.contract.Attention;
import io.aftercare.contract.UndecodableException;
import io.aftercare.exporter.attention.AttentionView;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tickets of the attention topic into their view. */
public final class AttentionIntake implements Intake {
  private final AttentionView view;
  private final RecordDecoder<Attention> decoder = RecordDecoder.singleObject(Attention.class);

  public AttentionIntake(AttentionView view) {
    this.view = view;
  }

  @Override
  public void take(ConsumerRecord<byte[], byte[]> taken) throws UndecodableException {
    byte[] value = taken.value();
    view.apply(Keys.of(taken), value == null ? null : decoder.decode(value));
  }
}

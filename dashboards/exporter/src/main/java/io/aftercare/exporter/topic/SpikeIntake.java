package io.aftercare.exporter.topic;

import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeKind;
import io.aftercare.contract.SpikePhase;
import io.aftercare.contract.UndecodableException;
import io.aftercare.exporter.spike.RecentSpikes;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The spikes topic into the spikes that are open or closed lately. */
public final class SpikeIntake implements Intake {
  private final RecentSpikes spikes;
  private final RecordDecoder<Spike> decoder = RecordDecoder.singleObject(Spike.class);

  public SpikeIntake(RecentSpikes spikes) {
    this.spikes = spikes;
  }

  @Override
  public void take(ConsumerRecord<byte[], byte[]> taken) throws UndecodableException {
    byte[] value = taken.value();
    if (value == null) {
      throw new IllegalArgumentException("it has no value; nothing is deleted from a log");
    }
    Spike spike = decoder.decode(value);
    if (spike.getKind() == SpikeKind.UNKNOWN || spike.getPhase() == SpikePhase.UNKNOWN) {
      throw new IllegalArgumentException("its kind or phase is not known here; is it newer?");
    }
    spikes.take(spike);
  }
}

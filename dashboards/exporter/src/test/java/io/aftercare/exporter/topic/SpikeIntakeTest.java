package io.aftercare.exporter.topic;

import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeKind;
import io.aftercare.contract.SpikePhase;
import io.aftercare.contract.Topics;
import io.aftercare.exporter.spike.RecentSpikes;
import io.aftercare.exporter.spike.Spikes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the spikes topic holds, and what it cannot. */
class SpikeIntakeTest {
  private final RecentSpikes spikes = new RecentSpikes();
  private final SpikeIntake intake = new SpikeIntake(spikes);
  private final Spike.Builder spike = Spikes.opened("north", "damage", at("09:00"));

  @SuppressWarnings("NullAway") // Kafka says nothing about null
  private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
    return new ConsumerRecord<>(Topics.SPIKES, 0, 0, null, value);
  }

  private static ConsumerRecord<byte[], byte[]> record(Spike told) throws Exception {
    return record(Spike.getEncoder().encode(told).array().clone());
  }

  @Test
  void aRecordOfTheTopicIsHeldAsItWasWritten() throws Exception {
    intake.take(record(spike.build()));
    assertThat(spikes.all()).containsExactly(spike.build());
  }

  @Test
  void aKindOrPhaseOfANewerJobIsRefusedAndCounted() {
    for (Spike newer :
        new Spike[] {
          Spike.newBuilder(spike).setKind(SpikeKind.UNKNOWN).build(),
          Spike.newBuilder(spike).setPhase(SpikePhase.UNKNOWN).build()
        }) {
      assertThatThrownBy(() -> intake.take(record(newer))).hasMessageContaining("is it newer?");
    }
    assertThat(spikes.all()).isEmpty();
  }

  @Test
  void aTombstoneIsNoRecordOfALog() {
    assertThatThrownBy(() -> intake.take(record((byte[]) null))).hasMessageContaining("no value");
  }
}

package io.aftercare.exporter.spike;

import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeKind;
import io.aftercare.contract.SpikePhase;
import java.time.Instant;

/** Spikes as the job of complaints would tell them. */
public final class Spikes {
  private Spikes() {}

  /** A spike of a region's category that opens then; it is told of at once. */
  public static Spike.Builder opened(String region, String category, Instant at) {
    return Spike.newBuilder()
        .setSpikeId("spike/" + region + "/" + category + "@" + at)
        .setKind(SpikeKind.SPIKE)
        .setPhase(SpikePhase.OPENED)
        .setAt(at)
        .setOpenedAt(at)
        .setRegion(region)
        .setCategory(category)
        .setScore(6.25)
        .setWindowMinutes(60)
        .setObserved(47)
        .setExpected(12.04)
        .setCustomers(45);
  }

  /** The same, closed then. */
  public static Spike closed(Spike.Builder opened, Instant at) {
    return Spike.newBuilder(opened).setPhase(SpikePhase.CLOSED).setAt(at).build();
  }
}

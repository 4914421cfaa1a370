package io.aftercare.io.kafka;

import io.aftercare.contract.ComplaintBin;
import io.aftercare.contract.ComplaintCount;
import io.aftercare.contract.ComplaintScore;
import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeDriver;
import io.aftercare.contract.SpikeKind;
import io.aftercare.contract.SpikePhase;
import io.aftercare.domain.complaint.Driver;
import io.aftercare.domain.complaint.FinalBin;
import io.aftercare.domain.complaint.Score;
import io.aftercare.domain.complaint.SpikeEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From what is found of complaints to records. */
final class SpikeRecords {
  private SpikeRecords() {}

  static Spike of(SpikeEntry entry) {
    return Spike.newBuilder()
        .setSpikeId(entry.id())
        .setKind(SpikeKind.valueOf(entry.kind().name()))
        .setPhase(SpikePhase.valueOf(entry.phase().name()))
        .setAt(Instant.ofEpochMilli(entry.at()))
        .setOpenedAt(Instant.ofEpochMilli(entry.openedAt()))
        .setRegion(entry.region())
        .setCategory(entry.category())
        .setScore(entry.score())
        .setWindowMinutes(entry.windowMinutes())
        .setObserved(entry.observed())
        .setExpected(entry.expected())
        .setCustomers(entry.customers())
        .setTier(entry.tier())
        .setContainBy(
            entry.containBy() == SpikeEntry.NEVER ? null : Instant.ofEpochMilli(entry.containBy()))
        .setIncidentId(entry.incident())
        .setRegions(entry.regions())
        .setCategories(entry.categories())
        .setDrivers(entry.drivers().stream().map(SpikeRecords::of).toList())
        .build();
  }

  private static SpikeDriver of(Driver driver) {
    return SpikeDriver.newBuilder()
        .setDimension(driver.dimension())
        .setValue(driver.value())
        .setObserved(driver.observed())
        .setExpected(driver.expected())
        .setShare(Math.max(0, Math.min(1, driver.shareOfExcess())))
        .setScore(driver.score())
        .build();
  }

  /** A bin, without those that had no complaint in it. */
  static ComplaintBin of(FinalBin bin) {
    List<ComplaintCount> counts = new ArrayList<>();
    bin.counts()
        .forEach(
            (category, count) -> {
              if (count != 0) {
                counts.add(new ComplaintCount(category, count));
              }
            });
    return ComplaintBin.newBuilder()
        .setRegion(bin.region())
        .setStart(Instant.ofEpochMilli(bin.start()))
        .setUp(bin.up())
        .setCounts(counts)
        .setScores(bin.scores().stream().map(SpikeRecords::of).toList())
        .build();
  }

  private static ComplaintScore of(Score score) {
    return ComplaintScore.newBuilder()
        .setCategory(score.category())
        .setScore(score.score())
        .setWindowMinutes(score.windowMinutes())
        .setObserved(score.observed())
        .setExpected(score.expected())
        .build();
  }

  /** The key of what is said. */
  static String key(SpikeEntry entry) {
    return (entry.region() == null ? "" : entry.region())
        + "/"
        + (entry.category() == null ? "" : entry.category());
  }
}

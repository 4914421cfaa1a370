package io.aftercare.io.kafka;

import io.aftercare.contract.Distribution;
import io.aftercare.contract.SlaCount;
import io.aftercare.contract.Window;
import io.aftercare.contract.WindowDimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.Sketch;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From a window to its record. */
final class WindowRecords {
  private WindowRecords() {}

  static Window of(WindowEntry entry) {
    Figures figures = entry.figures();
    return Window.newBuilder()
        .setRegion(entry.region())
        .setDimension(WindowDimension.valueOf(entry.dimension().name()))
        .setCell(entry.cell())
        .setWindow(entry.span())
        .setStart(Instant.ofEpochMilli(entry.start()))
        .setEnd(Instant.ofEpochMilli(entry.end()))
        .setFinalAt(Instant.ofEpochMilli(entry.finalAt()))
        .setCorrection(entry.correction())
        .setCreated(figures.count(What.CREATED))
        .setResolved(figures.count(What.RESOLVED))
        .setReopened(figures.count(What.REOPENED))
        .setClosed(figures.count(What.CLOSED))
        .setCancelled(figures.count(What.CANCELLED))
        .setTransferredIn(figures.count(What.TRANSFERRED_IN))
        .setTransferredOut(figures.count(What.TRANSFERRED_OUT))
        .setEvents(figures.count(What.EVENT))
        .setFirstResponse(of(figures.count(What.FIRST_RESPONSE), figures.firstResponse()))
        .setResolution(of(figures.count(What.RESOLVED), figures.resolution()))
        .setSlas(slas(figures))
        .build();
  }

  /** How often it happened is told of cells too, how long it took is not. */
  private static Distribution of(long count, Sketch sketch) {
    List<Integer> indexes = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int i = sketch.zeros() != 0 ? 1 : 0; i < sketch.size(); i++) {
      indexes.add(sketch.bucketAt(i));
      counts.add(sketch.countAt(i));
    }
    return Distribution.newBuilder()
        .setCount(count)
        .setSumMillis(sketch.sum())
        .setP50Millis(quantile(sketch, 50))
        .setP90Millis(quantile(sketch, 90))
        .setP95Millis(quantile(sketch, 95))
        .setP99Millis(quantile(sketch, 99))
        .setZeros(sketch.zeros())
        .setIndexes(indexes)
        .setCounts(counts)
        .build();
  }

  private static @Nullable Long quantile(Sketch sketch, int percent) {
    OptionalDouble quantile = sketch.quantile(percent);
    return quantile.isEmpty() ? null : Math.round(quantile.getAsDouble());
  }

  private static List<SlaCount> slas(Figures figures) {
    Set<String> slas = new TreeSet<>(figures.met().keySet());
    slas.addAll(figures.breached().keySet());
    List<SlaCount> counts = new ArrayList<>();
    for (String sla : slas) {
      counts.add(
          SlaCount.newBuilder()
              .setSla(sla)
              .setMet(figures.met().getOrDefault(sla, 0L))
              .setBreached(figures.breached().getOrDefault(sla, 0L))
              .build());
    }
    return counts;
  }
}

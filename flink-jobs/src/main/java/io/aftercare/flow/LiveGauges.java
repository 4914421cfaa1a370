package io.aftercare.flow;

import io.aftercare.domain.measure.Series;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which gauges to publish. Law: what is published, a restart publishes again, so that no failure
 * leaves a value behind that nobody will ever put right. A series therefore waits, once in its
 * life, for the first completed checkpoint that knows it. Before the first barrier of a new lineage
 * nothing waits: a failure would begin another lineage, which replaces all series of this one.
 */
final class LiveGauges {
  private final Set<Series> changed = new HashSet<>();
  private final Set<Series> durable = new HashSet<>();
  private final TreeMap<Long, Set<Series>> awaiting = new TreeMap<>();
  private Set<Series> sinceBarrier = new HashSet<>();
  private boolean nothingToRestore;

  /**
   * @param restored whether the run began with state
   */
  LiveGauges(boolean restored) {
    nothingToRestore = !restored;
  }

  /** A gauge that is kept in state. */
  void changed(Series series) {
    if (nothingToRestore) {
      durable.add(series);
    } else if (!durable.contains(series)) {
      sinceBarrier.add(series);
    }
    changed.add(series);
  }

  /** A gauge that every run publishes by itself, or that the state it began with knows. */
  void known(Series series) {
    durable.add(series);
    changed.add(series);
  }

  void barrier(long checkpointId) {
    nothingToRestore = false;
    awaiting.put(checkpointId, sinceBarrier);
    sinceBarrier = new HashSet<>();
  }

  void completed(long checkpointId) {
    var done = awaiting.headMap(checkpointId, true);
    done.values().forEach(durable::addAll);
    done.clear();
  }

  /** The gauges to publish now; they are taken as published. */
  List<Series> take() {
    List<Series> ready = new ArrayList<>();
    changed.removeIf(series -> durable.contains(series) && ready.add(series));
    return ready;
  }
}

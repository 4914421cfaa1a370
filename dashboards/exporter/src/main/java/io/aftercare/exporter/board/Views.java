package io.aftercare.exporter.board;

import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.spike.RecentSpikes;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.window.LastWindows;
import java.util.List;

/**
 * What the board is made of.
 *
 * @param regions known regions, which have a tile from the start
 * @param version of the exporter
 */
public record Views(
    MetricsView metrics,
    AttentionView attention,
    RecentVerdicts verdicts,
    LastWindows windows,
    RecentSpikes spikes,
    BacklogHistory backlog,
    StageHistory stages,
    List<String> regions,
    String version) {
  public Views {
    regions = List.copyOf(regions);
  }

  /** How many records all of them took: the same number, the same pages but for the time. */
  public long changes() {
    return metrics.changes()
        + attention.changes()
        + verdicts.changes()
        + windows.changes()
        + spikes.changes();
  }
}

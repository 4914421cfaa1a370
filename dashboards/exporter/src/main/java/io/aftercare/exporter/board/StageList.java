package io.aftercare.exporter.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tickets of a region are in their service.
 *
 * @param spanSeconds event time over which those that left are counted: an hour, or less at first;
 *     null: not ten minutes yet
 * @param rows in the order of the service, then those that wait for somebody; empty: not told yet
 */
public record StageList(@Nullable Double spanSeconds, List<StageRow> rows) {

  /**
   * A stage.
   *
   * @param stays how many ended since the job began to count
   * @param meanSeconds of these, as first observed; null if there are none
   * @param left how many tickets left it within the span; null: not known yet
   * @param waitSeconds how long who enters it now stays, by Little's law; null: not known yet
   * @param excess how many times the mean that is; null if fewer than 20 stays ended
   * @param bottleneck whether it is the region's; see {@link Stages}
   */
  public record StageRow(
      String stage,
      long tickets,
      long stays,
      @Nullable Double meanSeconds,
      @Nullable Long left,
      @Nullable Double waitSeconds,
      @Nullable Double excess,
      boolean bottleneck) {

    StageRow asBottleneck() {
      return new StageRow(stage, tickets, stays, meanSeconds, left, waitSeconds, excess, true);
    }
  }
}

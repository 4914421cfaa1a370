package io.aftercare.exporter.board;

import io.aftercare.contract.Spike;
import io.aftercare.contract.SpikeKind;
import io.aftercare.exporter.spike.RecentSpikes;
import org.jspecify.annotations.Nullable;

/**
 * Which spikes; null: any.
 *
 * @param region its own, or one of those that a mass complaint is in
 * @param category its own, or one of those that opened in an incident
 */
public record SpikeFilter(
    @Nullable String region,
    @Nullable String category,
    @Nullable SpikeKind kind,
    @Nullable State state) {

  /** Whether it has closed. */
  public enum State {
    OPEN,
    CLOSED
  }

  boolean accepts(Spike spike) {
    return (region == null
            || region.equals(spike.getRegion())
            || spike.getRegions().contains(region))
        && (category == null
            || category.equals(spike.getCategory())
            || spike.getCategories().contains(category))
        && (kind == null || kind == spike.getKind())
        && (state == null || (state == State.OPEN) == RecentSpikes.isOpen(spike));
  }
}

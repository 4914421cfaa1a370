package io.aftercare.domain.window;

import java.io.Serializable;
import java.time.ZoneId;

/**
 * How windows are made.
 *
 * @param zones where regions' days begin
 * @param latenessMillis how long after its minute a contribution still counts, ms
 * @param smallestCell how many customers a cell has at least that is published
 */
public record WindowTerms(Zones zones, long latenessMillis, int smallestCell)
    implements Serializable {

  /** Where a region's days begin. */
  public interface Zones extends Serializable {
    /** The zone of a region. */
    ZoneId of(String region);
  }

  /** For how long before the last closed end panes are needed, ms. */
  long keptMillis() {
    return LocalDays.LONGEST_DAY + Span.MINUTE + latenessMillis;
  }
}

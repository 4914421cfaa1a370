package io.aftercare.domain.complaint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a spike, of an incident or of a mass complaint. Instants are ms since 1970.
 *
 * @param id the same for all that is said of it
 * @param region null: of a mass complaint
 * @param category null: of an incident
 * @param score of the moment, of an incident its highest
 * @param tier 1 gravest; 0: a spike has none
 * @param containBy of an incident, when it is to be contained; {@link #NEVER}: of none
 * @param incident of a spike, id of the incident it belongs to
 * @param regions of a mass complaint
 * @param categories of an incident, {@link Family#TOTAL} for the total
 */
public record SpikeEntry(
    String id,
    Kind kind,
    Phase phase,
    long at,
    long openedAt,
    @Nullable String region,
    @Nullable String category,
    double score,
    int windowMinutes,
    long observed,
    double expected,
    int customers,
    int tier,
    long containBy,
    @Nullable String incident,
    List<String> regions,
    List<String> categories,
    List<Driver> drivers) {

  /** No instant. */
  public static final long NEVER = Long.MAX_VALUE;

  /** What it is said of. */
  public enum Kind {
    SPIKE,
    INCIDENT,
    MASS_COMPLAINT
  }

  /** What became of it. */
  public enum Phase {
    OPENED,
    UPDATED,
    CLOSED
  }
}

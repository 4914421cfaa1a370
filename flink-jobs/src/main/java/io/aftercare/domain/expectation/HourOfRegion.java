package io.aftercare.domain.expectation;

/**
 * What a region's local clock hour had when it closed. Flat, for it crosses a wire.
 *
 * @param hourStart where the hour begins by the region's clock, ms
 * @param hourEnd where it ends; an hour later but where the clock is changed by less
 * @param backlog open tickets at its end, or {@link #NONE}
 * @param firstResponseP50Millis median of the first responses given in it, or {@link #NONE}
 * @param resolutionP50Millis median of the resolutions in it, or {@link #NONE}
 * @param events applied in it
 */
public record HourOfRegion(
    String region,
    long hourStart,
    long hourEnd,
    long created,
    long resolved,
    long backlog,
    long firstResponseP50Millis,
    long resolutionP50Millis,
    long events) {

  /** There is no such figure in this hour. */
  public static final long NONE = -1;

  /** A figure of this hour, or {@link #NONE}. */
  public long of(Figure figure) {
    return switch (figure) {
      case CREATED -> created;
      case RESOLVED -> resolved;
      case BACKLOG -> backlog;
      case FIRST_RESPONSE -> firstResponseP50Millis;
      case RESOLUTION -> resolutionP50Millis;
      case EVENTS -> events;
    };
  }
}

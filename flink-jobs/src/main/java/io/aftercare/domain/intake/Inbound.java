package io.aftercare.domain.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record read from an input topic: an arrival or a rejection, exactly one of the two.
 *
 * @param unknownValues names of fields whose value is outside our closed lists
 */
public record Inbound<E extends StreamEvent>(
    @Nullable Arrival<E> arrival, @Nullable Rejection rejection, List<String> unknownValues) {

  /** A record that is an event. */
  public static <E extends StreamEvent> Inbound<E> of(
      Arrival<E> arrival, List<String> unknownValues) {
    return new Inbound<>(arrival, null, unknownValues);
  }

  /** A record that is not. */
  public static <E extends StreamEvent> Inbound<E> refused(Rejection rejection) {
    return new Inbound<>(null, rejection, List.of());
  }
}

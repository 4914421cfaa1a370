package io.aftercare.domain.sla;

import java.util.List;

/**
 * What a clock would have run in a span of the past, and how it stood at its end.
 *
 * @param stretches the times in which it ran, in order
 * @param openTime open time in them, ms
 * @param paused whether it stood still at the end
 * @param stateSince since when it ran or stood still by then, not before the span, ms since 1970;
 *     {@link Clock#NEVER} if the span is empty
 */
public record Ran(List<Stretch> stretches, long openTime, boolean paused, long stateSince) {
  /** Of an empty span. */
  public static final Ran NOTHING = new Ran(List.of(), 0, false, Clock.NEVER);

  /** Keeps what it was given. */
  public Ran {
    stretches = List.copyOf(stretches);
  }
}

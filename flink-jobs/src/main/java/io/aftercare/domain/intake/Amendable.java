package io.aftercare.domain.intake;

import org.jspecify.annotations.Nullable;

/**
 * An event that a later one may correct, or that corrects another itself.
 *
 * @param <E> the event
 */
public interface Amendable<E extends Amendable<E>> extends StreamEvent {
  /** The event that this one corrects, or null: it is no correction, or names nothing. */
  @Nullable String amends();

  /** When the source wrote it, as far as is known, ms since 1970. */
  long recorded();

  /** The source's sequence number, the least number if it has none. */
  long sequence();

  /** Whether it was made by us: no source sent it, and no correction can name it. */
  default boolean made() {
    return false;
  }

  /** This event with the time of a correction, and with what that states. */
  E amendedBy(E correction);
}

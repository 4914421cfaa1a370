package io.aftercare.domain.ticket;

import org.jspecify.annotations.Nullable;

/**
 * One step of a ticket's life that is new, different or void compared with what was said before.
 *
 * @param before as it was last said, null if new
 * @param after as it is now, null if it never was
 */
public record MilestoneChange(@Nullable Milestone before, @Nullable Milestone after) {

  /** Whether the step is void. */
  public boolean retracted() {
    return after == null;
  }

  /** The step that the log shows. */
  public Milestone step() {
    Milestone step = after != null ? after : before;
    if (step == null) {
      throw new IllegalStateException("a change of no step");
    }
    return step;
  }
}

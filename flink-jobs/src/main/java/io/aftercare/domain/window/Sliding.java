package io.aftercare.domain.window;

import org.jspecify.annotations.Nullable;

/** A window of one length: as one pane enters, another leaves. */
final class Sliding implements Slide {
  private final Panes panes;
  private final long length;
  private final Figures sum;
  private long end;

  /** The window that ends then. */
  Sliding(Panes panes, long length, long end) {
    this(panes, length, end, new Figures());
    panes.between(end - length, end).values().forEach(sum::add);
  }

  private Sliding(Panes panes, long length, long end, Figures sum) {
    this.panes = panes;
    this.length = length;
    this.end = end;
    this.sum = sum;
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public long start() {
    return end - length;
  }

  @Override
  public Figures sum() {
    return sum;
  }

  @Override
  public long next() {
    Long enters = panes.next(end);
    Long leaves = panes.next(end - length);
    return Math.min(
        enters == null ? NEVER : enters + Span.MINUTE,
        leaves == null ? NEVER : leaves + length + Span.MINUTE);
  }

  @Override
  public void moveTo(long later) {
    if (later > end) {
      addUp(panes.at(later - Span.MINUTE), false);
      addUp(panes.at(later - Span.MINUTE - length), true);
      end = later;
    }
  }

  private void addUp(@Nullable Figures pane, boolean leaves) {
    if (pane == null) {
      return;
    }
    if (leaves) {
      sum.subtract(pane);
    } else {
      sum.add(pane);
    }
  }

  @Override
  public void changed(long minute, Figures more) {
    if (minute >= start() && minute < end) {
      sum.add(more);
    }
  }

  /** Backwards, those that entered since leave, and those that left since enter. */
  @Override
  public Sliding backTo(long earlier) {
    Figures then = sum.copy();
    panes.between(earlier, end).values().forEach(then::subtract);
    panes.between(earlier - length, end - length).values().forEach(then::add);
    // Panes that have both entered and left since were taken away and added again.
    return new Sliding(panes, length, earlier, then);
  }

  @Override
  public boolean holdsCorrected() {
    return panes.correctedBetween(start(), end);
  }
}

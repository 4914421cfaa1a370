package io.aftercare.exporter.ledger;

/** Met and breached clocks: how well promises were kept. */
public record Kept(long met, long breached) {
  /** Nothing settled. */
  public static final Kept NONE = new Kept(0, 0);

  /** Clocks settled one way or the other; cancelled ones are neither. */
  public long settled() {
    return met + breached;
  }

  /** Both together. */
  public Kept plus(Kept other) {
    return new Kept(met + other.met, breached + other.breached);
  }
}

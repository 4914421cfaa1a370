package io.aftercare.exporter.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the view has met since this process began, for the exporter's own health. Thread-safe. */
public final class ViewCounts {
  private final AtomicLong regressions = new AtomicLong();
  private final AtomicLong resets = new AtomicLong();
  private final AtomicLong outdated = new AtomicLong();
  private final AtomicLong overflows = new AtomicLong();
  private final Map<Refusal, AtomicLong> refusals = new EnumMap<>(Refusal.class);

  ViewCounts() {
    for (Refusal refusal : Refusal.values()) {
      refusals.put(refusal, new AtomicLong());
    }
  }

  /**
   * Records in which a counter or histogram would have fallen within its lineage: a bug in a job.
   */
  public long regressions() {
    return regressions.get();
  }

  /** Times a newer lineage of a job took the place of one that held series. */
  public long resets() {
    return resets.get();
  }

  /** Records of a lineage older than the newest of their job; ignored. */
  public long outdated() {
    return outdated.get();
  }

  /**
   * Series that are served under other labels than their own: {@code other} beyond the cap and for
   * a value of no list or too long; and values cleaned of what must not be served.
   */
  public long overflows() {
    return overflows.get();
  }

  /** Records that are not served for this reason. */
  public long refused(Refusal refusal) {
    return refusals.getOrDefault(refusal, new AtomicLong()).get();
  }

  void regression() {
    regressions.incrementAndGet();
  }

  void reset() {
    resets.incrementAndGet();
  }

  void outdatedRecord() {
    outdated.incrementAndGet();
  }

  void overflow() {
    overflows.incrementAndGet();
  }

  void refuse(Refusal refusal) {
    refusals.getOrDefault(refusal, new AtomicLong()).incrementAndGet();
  }
}

package io.aftercare.exporter.topic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the reading thread tells the others. Thread-safe. */
public final class ReaderStatus implements Readiness {
  /** So long it may be cut off from the brokers until its figures are no longer given as new. */
  static final Duration CUT_OFF = Duration.ofMinutes(2);

  private final String topic;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final AtomicLong undecodable = new AtomicLong();
  private volatile @Nullable CatchUp progress;
  private volatile @Nullable String trouble;
  private volatile double lag = Double.NaN;
  private volatile boolean missing;
  private volatile boolean stopped;
  private volatile @Nullable Long troubledSince;
  private final LongSupplier nanos;

  ReaderStatus(String topic) {
    this(topic, System::nanoTime);
  }

  ReaderStatus(String topic, LongSupplier nanos) {
    this.topic = topic;
    this.nanos = nanos;
  }

  @Override
  public boolean isReady() {
    return isCaughtUp() && !stopped;
  }

  /**
   * Ready, and not cut off from the brokers for {@link #CUT_OFF}: of two replicas the one that is
   * cut off would else hold its last figures against those of the other for ever.
   */
  public boolean isFresh() {
    Long since = troubledSince;
    return isReady() && (since == null || nanos.getAsLong() - since < CUT_OFF.toNanos());
  }

  @Override
  public String describe() {
    CatchUp seen = progress;
    String far = seen == null ? "nothing yet" : seen.toString();
    String state = stopped ? "stopped" : isFresh() ? "ready" : isReady() ? "cut off" : "not ready";
    String obstacle = trouble;
    return state
        + ": read "
        + far
        + " of "
        + topic
        + (obstacle == null ? "" : "; trouble: " + obstacle);
  }

  /** Records on the topic that are not read yet; NaN while the brokers do not say. */
  public double lagRecords() {
    return lag;
  }

  /** The topic that is read. */
  public String topic() {
    return topic;
  }

  /** True while the brokers say that there is no such topic. */
  public boolean isMissing() {
    return missing;
  }

  /** Records that are none of their topic. */
  public long undecodableRecords() {
    return undecodable.get();
  }

  /** Waits until the first reading is complete; false if that took too long. */
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    return caughtUp.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean isCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  void caughtUp() {
    caughtUp.countDown();
  }

  @Nullable CatchUp progress() {
    return progress;
  }

  void progress(CatchUp reached) {
    progress = reached;
  }

  void lag(long records) {
    lag = (double) records;
    trouble = null;
    troubledSince = null;
  }

  void missing() {
    missing = true;
  }

  void found() {
    missing = false;
  }

  void trouble(String what) {
    lag = Double.NaN;
    trouble = what;
    if (troubledSince == null) {
      troubledSince = nanos.getAsLong();
    }
  }

  long undecodable() {
    return undecodable.incrementAndGet();
  }

  void stopped() {
    stopped = true;
  }
}

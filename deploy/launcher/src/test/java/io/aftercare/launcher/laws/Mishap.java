package io.aftercare.launcher.laws;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A plan for one task failure, shared by the test and the tasks of its job (one process): not
 * before two checkpoints are complete, and not before figures from after them could be published,
 * so that something is lost that has to be made good.
 *
 * <p>From {@code holdFrom} on records pass slowly, until the second checkpoint is complete: a task
 * that stood still would let no barrier through.
 */
final class Mishap {
  private static final Map<String, Mishap> PLANS = new ConcurrentHashMap<>();
  private static final int CHECKPOINTS = 2;
  private static final long SLICE_MILLIS = 20;
  private static final long PATIENCE_SECONDS = 20;

  private final String id = UUID.randomUUID().toString();
  private final long holdFrom;
  private final long strikeAt;
  private final AtomicLong passed = new AtomicLong();
  private final AtomicBoolean struck = new AtomicBoolean();
  private final Map<Long, Boolean> completed = new ConcurrentHashMap<>();
  private final CountDownLatch checkpoints = new CountDownLatch(CHECKPOINTS);
  private final CountDownLatch publication = new CountDownLatch(1);
  private volatile long struckAt;
  private volatile long struckMillis = Long.MAX_VALUE;
  private volatile long completedBefore;
  private volatile @Nullable Long restored;

  /**
   * @param strikeAt how many records pass before the failure
   */
  Mishap(long strikeAt) {
    this.holdFrom = strikeAt - strikeAt / 5;
    this.strikeAt = strikeAt;
    PLANS.put(id, this);
  }

  static Mishap of(String id) {
    Mishap plan = PLANS.get(id);
    if (plan == null) {
      throw new IllegalStateException("no plan " + id + " in this process");
    }
    return plan;
  }

  String id() {
    return id;
  }

  /** One record passes, or the task fails. */
  void pass() throws InterruptedException {
    long count = passed.incrementAndGet();
    if (count < holdFrom || struck.get()) {
      return;
    }
    boolean ready = checkpoints.await(SLICE_MILLIS, MILLISECONDS);
    if (ready && count >= strikeAt && struck.compareAndSet(false, true)) {
      struckAt = count;
      completedBefore = completed.size();
      struckMillis = System.currentTimeMillis();
      // No barrier passes while this task waits, so what is published is not committed.
      boolean published = publication.await(PATIENCE_SECONDS, SECONDS);
      throw new IllegalStateException("the failure that the test wants; published: " + published);
    }
  }

  void completed(long checkpointId) {
    if (completed.put(checkpointId, true) == null) {
      checkpoints.countDown();
    }
  }

  void published(long publishedMillis) {
    if (publishedMillis > struckMillis) {
      publication.countDown();
    }
  }

  void restored(OptionalLong checkpointId) {
    restored = checkpointId.orElse(0);
  }

  /** Records that had passed at the failure; 0: it never happened. */
  long struckAt() {
    return struckAt;
  }

  /** Checkpoints that were complete at the failure. */
  long completedBefore() {
    return completedBefore;
  }

  /** Whether figures were published between the failing record and the failure. */
  boolean publishedBetween() {
    return publication.getCount() == 0;
  }

  /** The checkpoint that the job came back from; null: it never came back with state. */
  @Nullable Long restored() {
    return restored;
  }
}

package io.aftercare.exporter.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads all partitions of a topic from their {@link Beginning} into an intake, and
 * goes on until it is closed. A topic that does not exist yet and a broker that does not answer are
 * waited for; what was read stays served. New partitions are found within half a minute.
 */
public final class TopicReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER = Beginning.ANSWER;
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Beginning beginning;
  private final Intake intake;
  private final ReaderStatus status;
  private final GuardedIntake guarded;
  private final Map<TopicPartition, Long> starts = new HashMap<>();
  private final OccasionalLog troubles = new OccasionalLog(LOG);
  private final Every lookForPartitions = new Every(Duration.ofSeconds(15));
  private final Every measureLag = new Every(Duration.ofSeconds(1));
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /**
   * A reader that does nothing before {@link #start}.
   *
   * @param consumer owned and closed by the reader; without a group
   */
  public TopicReader(
      Consumer<byte[], byte[]> consumer, String topic, Beginning beginning, Intake intake) {
    this.consumer = consumer;
    this.topic = topic;
    this.beginning = beginning;
    this.intake = intake;
    this.status = new ReaderStatus(topic);
    this.guarded = new GuardedIntake(intake, status);
    this.thread = new Thread(this::run, "aftercare-reader-" + topic);
    thread.setDaemon(true);
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** How far it is. */
  public ReaderStatus status() {
    return status;
  }

  /** Stops reading, without waiting for it. */
  public void stop() {
    stop.countDown();
    consumer.wakeup();
  }

  /** Stops reading and closes the consumer; waits a few seconds for it. */
  @Override
  public void close() {
    stop();
    if (thread.getState() == Thread.State.NEW) {
      finish();
      return;
    }
    try {
      thread.join(CLOSING.plus(ANSWER).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (stop.getCount() > 0) {
        turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      finish();
    }
  }

  private void finish() {
    status.stopped();
    consumer.close(CloseOptions.timeout(CLOSING));
  }

  private void turn() throws InterruptedException {
    try {
      if (isAssigned()) {
        consumer.poll(POLL).forEach(guarded::take);
        follow();
      } else {
        status.missing();
        pause("topic " + topic + " does not exist yet");
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to stop");
    } catch (RuntimeException e) {
      // Whatever the client throws: what was read stays served, and the next turn tries again.
      pause(e.toString());
    }
  }

  private void pause(String trouble) throws InterruptedException {
    status.trouble(trouble);
    troubles.warn("reading of {} waits: {}", topic, trouble);
    stop.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Assigns partitions that are new; the others go on where they are. */
  private boolean isAssigned() {
    if (consumer.assignment().isEmpty() || lookForPartitions.isDue()) {
      assignNew();
    }
    beginNew();
    return !consumer.assignment().isEmpty();
  }

  private void assignNew() {
    Set<TopicPartition> all = new HashSet<>(consumer.assignment());
    List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
    if (found != null) {
      found.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
    }
    if (all.size() > consumer.assignment().size()) {
      consumer.assign(all);
      status.found();
    }
  }

  /** Seeks the beginning of what is assigned; what failed before is tried again. */
  private void beginNew() {
    Set<TopicPartition> unread = new HashSet<>(consumer.assignment());
    unread.removeAll(starts.keySet());
    if (!unread.isEmpty()) {
      Map<TopicPartition, Long> offsets = beginning.of(consumer, unread);
      LOG.info("reading {}, from {}", topic, offsets);
      offsets.forEach(consumer::seek);
      starts.putAll(offsets);
    }
  }

  private void follow() {
    boolean arrived = !status.isCaughtUp() && hasReachedGoal();
    if (measureLag.isDue() || arrived) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ANSWER);
      status.lag(ends.entrySet().stream().mapToLong(this::unread).sum());
    }
    if (arrived) {
      intake.caughtUp();
      status.caughtUp();
      LOG.info("caught up with {}: {}", topic, status.describe());
    }
  }

  private boolean hasReachedGoal() {
    CatchUp goal = status.progress();
    CatchUp now = (goal == null ? firstGoal() : goal).at(this::position);
    status.progress(now);
    return now.isDone();
  }

  private CatchUp firstGoal() {
    return CatchUp.begin(starts, consumer.endOffsets(consumer.assignment(), ANSWER));
  }

  private long unread(Map.Entry<TopicPartition, Long> end) {
    return Math.max(0, end.getValue() - position(end.getKey()));
  }

  private long position(TopicPartition partition) {
    return consumer.position(partition, ANSWER);
  }
}

package io.aftercare.launcher.broker;

import io.aftercare.launcher.UsageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Compares a topic plan with a broker and creates what is missing; a topic that exists is left as
 * it is. Every call ends within the timeout.
 */
public final class TopicAdmin implements AutoCloseable {
  private static final Duration ASK_AGAIN = Duration.ofMillis(100);

  private final Admin admin;
  private final String bootstrapServers;
  private final Duration timeout;

  private TopicAdmin(Admin admin, String bootstrapServers, Duration timeout) {
    this.admin = admin;
    this.bootstrapServers = bootstrapServers;
    this.timeout = timeout;
  }

  /**
   * Connects with these client properties, at least {@code bootstrap.servers}.
   *
   * @throws UsageException naming the key of the configuration, if no client can have them
   */
  public static TopicAdmin connect(Map<String, String> client, Duration timeout) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("default.api.timeout.ms", Long.toString(timeout.toMillis()));
    properties.put("request.timeout.ms", Long.toString(timeout.toMillis()));
    String servers = client.getOrDefault("bootstrap.servers", "");
    try {
      return new TopicAdmin(Admin.create(properties), servers, timeout);
    } catch (KafkaException refusal) {
      throw WrongClientSettings.of(refusal, client);
    }
  }

  /** The topics of the plan that the broker does not have, in plan order. */
  public List<TopicSpec> missing(TopicPlan plan) {
    Set<String> existing = await(admin.listTopics().names(), "list topics");
    return plan.topics().stream().filter(each -> !existing.contains(each.name())).toList();
  }

  /** Creates the topics that are missing and returns them; a second call creates nothing. */
  public List<TopicSpec> createMissing(TopicPlan plan) {
    List<TopicSpec> missing = missing(plan);
    admin
        .createTopics(missing.stream().map(TopicSpec::request).toList())
        .values()
        .forEach(this::awaitCreated);
    awaitLeaders(missing);
    return missing;
  }

  /**
   * Until every partition answers. A producer whose first batch meets a partition without leader
   * and whose second does not would be out of sequence for ever. The controller says that a topic
   * is created before every broker has heard of it, so one that is not known yet is asked for
   * again.
   */
  void awaitLeaders(List<TopicSpec> created) {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (TopicSpec topic : created) {
      for (int number = 0; number < topic.partitions(); number++) {
        partitions.put(new TopicPartition(topic.name(), number), OffsetSpec.latest());
      }
    }
    if (partitions.isEmpty()) {
      return;
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!answers(partitions, deadline)) {
      LockSupport.parkNanos(ASK_AGAIN.toNanos());
    }
  }

  /** Whether all partitions are known; after the deadline, not to be known is a failure. */
  private boolean answers(Map<TopicPartition, OffsetSpec> partitions, long deadline) {
    try {
      await(admin.listOffsets(partitions).all(), "find the leaders of new topics");
      return true;
    } catch (BrokerUnavailable failure) {
      boolean unheardOf = failure.getCause() instanceof UnknownTopicOrPartitionException;
      if (!unheardOf || System.nanoTime() > deadline) {
        throw failure;
      }
      return false;
    }
  }

  private void awaitCreated(String topic, KafkaFuture<Void> creation) {
    try {
      await(creation, "create topic " + topic);
    } catch (BrokerUnavailable failure) {
      // Another process created it between our look and our request: as wanted.
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw failure;
      }
    }
  }

  private <T> T await(KafkaFuture<T> future, String what) {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw new BrokerUnavailable(bootstrapServers, what, cause);
    } catch (TimeoutException failure) {
      throw new BrokerUnavailable(bootstrapServers, what, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BrokerUnavailable(bootstrapServers, what, interrupted);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}

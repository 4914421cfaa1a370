package io.aftercare.launcher.policies;

import io.aftercare.io.policy.RuleSet;
import io.aftercare.job.StartingRules;
import io.aftercare.launcher.broker.BrokerUnavailable;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Publishing against a broker that may not answer. */
public final class Publishing {
  private Publishing() {}

  /**
   * Publishes what is new in the files and reads all that is published.
   *
   * @param files null: none are configured
   */
  public static StartingRules of(Map<String, String> kafka, @Nullable RuleSet files) {
    try {
      return StartingRules.of(kafka, files, Instant.now());
    } catch (KafkaException failure) {
      String servers = kafka.getOrDefault("bootstrap.servers", "");
      throw new BrokerUnavailable(servers, "read and publish policies", failure);
    }
  }
}

package io.aftercare.launcher.broker;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic as it should be created: name, partitions, properties. */
public record TopicSpec(String name, int partitions, Map<String, String> properties) {
  public TopicSpec {
    properties = Map.copyOf(properties);
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "Topic " + name + " needs at least 1 partition, not " + partitions);
    }
  }

  /** The request to create it, with the broker's default replication. */
  NewTopic request() {
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(properties);
  }

  /** The command that creates it with Kafka's own tools. */
  public String createCommand(String bootstrapServers) {
    StringBuilder command =
        new StringBuilder("kafka-topics.sh --bootstrap-server ")
            .append(bootstrapServers)
            .append(" --create --topic ")
            .append(name)
            .append(" --partitions ")
            .append(partitions);
    properties.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> command.append(" --config ").append(each));
    return command.toString();
  }
}

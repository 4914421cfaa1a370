package io.aftercare.launcher.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;

/** Settings of a single-node broker that is small, quick to start and quick to stop. */
final class BrokerProperties {
  private static final int NODE = 1;
  private static final String CLIENTS = "CLIENTS";
  private static final String CONTROLLER = "CONTROLLER";

  private BrokerProperties() {}

  /** Prepares an empty directory as the broker's storage: a new cluster of one. */
  static void format(Path directory, BrokerPorts ports) throws IOException {
    String voter =
        NODE + "@" + BrokerPorts.HOST + ":" + ports.controller() + ":" + Uuid.randomUuid();
    Formatter formatter =
        new Formatter()
            .setPrintStream(silent())
            .setNodeId(NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .setDirectories(List.of(directory.toString()))
            .setMetadataLogDirectory(directory.toString())
            .setControllerListenerName(CONTROLLER)
            .setHasDynamicQuorum(true)
            .setInitialControllers(DynamicVoters.parse(voter));
    try {
      formatter.run();
    } catch (IOException | RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IOException("Cannot format " + directory, failure);
    }
  }

  static Map<String, String> of(Path directory, BrokerPorts ports) {
    Map<String, String> properties = new HashMap<>(network(ports));
    properties.put("log.dirs", directory.toString());
    properties.putAll(limits());
    properties.putAll(internals());
    return Map.copyOf(properties);
  }

  private static Map<String, String> network(BrokerPorts ports) {
    String clients = CLIENTS + "://" + ports.bootstrap();
    String controller = BrokerPorts.HOST + ":" + ports.controller();
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE),
        "listeners",
        clients + "," + CONTROLLER + "://" + controller,
        "advertised.listeners",
        clients,
        "listener.security.protocol.map",
        CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
        "inter.broker.listener.name",
        CLIENTS,
        "controller.listener.names",
        CONTROLLER,
        "controller.quorum.bootstrap.servers",
        controller);
  }

  private static Map<String, String> limits() {
    return Map.of(
        "auto.create.topics.enable", "false",
        "message.max.bytes", Integer.toString(TopicPlan.MAX_MESSAGE_BYTES),
        "replica.fetch.max.bytes", Integer.toString(TopicPlan.MAX_MESSAGE_BYTES),
        "log.cleaner.threads", "1",
        "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20),
        "log.index.size.max.bytes", Integer.toString(1 << 20),
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2");
  }

  private static Map<String, String> internals() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "1",
        "group.initial.rebalance.delay.ms", "0",
        // A restart waits for the old session to end: 14 s with the defaults, 3 s with these.
        "controlled.shutdown.enable", "true",
        "broker.session.timeout.ms", "3000",
        "broker.heartbeat.interval.ms", "500");
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}

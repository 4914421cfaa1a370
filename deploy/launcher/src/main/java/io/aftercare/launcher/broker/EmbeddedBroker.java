package io.aftercare.launcher.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this process: KRaft, broker and controller in one, on the loopback
 * address.
 *
 * <p>It takes requests when {@link #start()} returns. Data live in a temporary directory until
 * {@link #close()}; {@link #restart()} keeps data, address and cluster id.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final TempDirectory directory;
  private final BrokerPorts ports;
  private KafkaRaftServer server;
  private boolean running = true;

  private EmbeddedBroker(TempDirectory directory, BrokerPorts ports, KafkaRaftServer server) {
    this.directory = directory;
    this.ports = ports;
    this.server = server;
  }

  /** Starts a broker on a free port. */
  public static EmbeddedBroker start() {
    RuntimeException last = new IllegalStateException("no attempt to start the broker was made");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return start(BrokerPorts.free());
      } catch (RuntimeException taken) {
        // Another process may take a port between our finding it free and the broker's binding it.
        last = taken;
      }
    }
    throw last;
  }

  /** Starts a broker whose clients connect to this port; fails if the port is taken. */
  public static EmbeddedBroker start(int port) {
    return start(BrokerPorts.withBroker(port));
  }

  private static EmbeddedBroker start(BrokerPorts ports) {
    TempDirectory directory = TempDirectory.create("aftercare-kafka-");
    try {
      BrokerProperties.format(directory.path(), ports);
      return new EmbeddedBroker(directory, ports, boot(directory.path(), ports));
    } catch (RuntimeException | IOException failure) {
      directory.close();
      throw new IllegalStateException(
          "The embedded Kafka broker did not start on " + ports.bootstrap(), failure);
    }
  }

  private static KafkaRaftServer boot(Path directory, BrokerPorts ports) {
    Map<String, String> properties = BrokerProperties.of(directory, ports);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return server;
  }

  /** Address for clients, {@code host:port}. */
  public String bootstrapServers() {
    return ports.bootstrap();
  }

  /** Where the broker keeps its data; gone after {@link #close()}. */
  public Path directory() {
    return directory.path();
  }

  /** Stops the broker and keeps its data; clients see an outage until {@link #restart()}. */
  public synchronized void stop() {
    if (running) {
      running = false;
      server.shutdown();
      server.awaitShutdown();
    }
  }

  /** Starts the broker again, at the same address and on the same data. */
  public synchronized void restart() {
    stop();
    server = boot(directory.path(), ports);
    running = true;
  }

  /** Stops the broker and deletes its data. */
  @Override
  public synchronized void close() {
    try {
      stop();
    } finally {
      directory.close();
    }
  }
}

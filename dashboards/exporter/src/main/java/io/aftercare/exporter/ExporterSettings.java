package io.aftercare.exporter;

import io.aftercare.contract.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an exporter runs.
 *
 * @param kafka properties of the Kafka client, at least {@code bootstrap.servers}
 * @param topic the metrics topic
 * @param bindAddress address to listen on; 127.0.0.1 unless the network is meant to see it
 * @param port port to listen on; 0: any free one
 * @param regions known regions, whose series exist at 0 from the start; empty: discovered
 * @param seriesCap time series after which new ones are collapsed into {@code other}; 0: no cap
 * @param ledgers the topics behind the pages and their API
 * @param ticketIds whether {@code /metrics} names tickets: those overdue longest, and exemplars
 * @param webConfigFile TLS, users and headers by Prometheus' convention; null: plain HTTP for all
 */
public record ExporterSettings(
    Map<String, String> kafka,
    String topic,
    String bindAddress,
    int port,
    List<String> regions,
    int seriesCap,
    LedgerTopics ledgers,
    boolean ticketIds,
    @Nullable Path webConfigFile) {
  /** Address that only this machine can reach. */
  public static final String DEFAULT_BIND_ADDRESS = "127.0.0.1";

  /** Port that Prometheus exporters of this kind use. */
  public static final int DEFAULT_PORT = 9464;

  /** Time series that a Prometheus is asked to hold at most. */
  public static final int DEFAULT_SERIES_CAP = 45_000;

  private static final String BOOTSTRAP = "bootstrap.servers";

  /** Settings with the values checked; throws {@link IllegalArgumentException} naming the field. */
  public ExporterSettings {
    kafka = Map.copyOf(kafka);
    regions = List.copyOf(regions);
    require(
        !kafka.getOrDefault(BOOTSTRAP, "").isBlank(),
        "kafka: bootstrap.servers is missing; give the brokers as host:port,...");
    require(!topic.isBlank(), "topic: is empty; the default is " + Topics.METRICS);
    require(!bindAddress.isBlank(), "bind address: is empty; the default is 127.0.0.1");
    require(port >= 0 && port <= 65_535, "port: " + port + " is not in 0..65535 (0 = any free)");
    require(seriesCap >= 0, "series cap: " + seriesCap + " is negative; 0 means no cap");
  }

  /** The defaults, against these brokers ({@code host:port,...}). */
  public static ExporterSettings defaults(String bootstrapServers) {
    return new ExporterSettings(
        Map.of(BOOTSTRAP, bootstrapServers),
        Topics.METRICS,
        DEFAULT_BIND_ADDRESS,
        DEFAULT_PORT,
        List.of(),
        DEFAULT_SERIES_CAP,
        LedgerTopics.DEFAULTS,
        true,
        null);
  }

  /** These with other properties of the Kafka client. */
  public ExporterSettings withKafka(Map<String, String> properties) {
    return new ExporterSettings(
        properties,
        topic,
        bindAddress,
        port,
        regions,
        seriesCap,
        ledgers,
        ticketIds,
        webConfigFile);
  }

  /** These with another topic. */
  public ExporterSettings withTopic(String name) {
    return new ExporterSettings(
        kafka, name, bindAddress, port, regions, seriesCap, ledgers, ticketIds, webConfigFile);
  }

  /** These with another address to listen on. */
  public ExporterSettings withBindAddress(String address) {
    return new ExporterSettings(
        kafka, topic, address, port, regions, seriesCap, ledgers, ticketIds, webConfigFile);
  }

  /** These with another port; 0: any free one. */
  public ExporterSettings withPort(int number) {
    return new ExporterSettings(
        kafka, topic, bindAddress, number, regions, seriesCap, ledgers, ticketIds, webConfigFile);
  }

  /** These with other known regions; empty: discovered. */
  public ExporterSettings withRegions(List<String> names) {
    return new ExporterSettings(
        kafka, topic, bindAddress, port, names, seriesCap, ledgers, ticketIds, webConfigFile);
  }

  /** These with another cap; 0: none. */
  public ExporterSettings withSeriesCap(int timeSeries) {
    return new ExporterSettings(
        kafka, topic, bindAddress, port, regions, timeSeries, ledgers, ticketIds, webConfigFile);
  }

  /** These with other topics behind the pages. */
  public ExporterSettings withLedgers(LedgerTopics topics) {
    return new ExporterSettings(
        kafka, topic, bindAddress, port, regions, seriesCap, topics, ticketIds, webConfigFile);
  }

  /** These with or without names of tickets in {@code /metrics}; the API names them always. */
  public ExporterSettings withTicketIds(boolean named) {
    return new ExporterSettings(
        kafka, topic, bindAddress, port, regions, seriesCap, ledgers, named, webConfigFile);
  }

  /** These with TLS, users and headers by this file; null: plain HTTP for all. */
  public ExporterSettings withWebConfigFile(@Nullable Path file) {
    return new ExporterSettings(
        kafka, topic, bindAddress, port, regions, seriesCap, ledgers, ticketIds, file);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

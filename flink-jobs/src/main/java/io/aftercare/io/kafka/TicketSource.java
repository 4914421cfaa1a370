package io.aftercare.io.kafka;

import io.aftercare.domain.intake.Admission;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.TicketArrival;
import io.aftercare.io.kafka.live.LiveSource;
import io.aftercare.io.kafka.live.TimeRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Reads ticket events from Kafka, with event time per partition.
 *
 * @param outOfOrderness how far event time stays behind the newest event
 * @param bounded stop at the end offsets as of the start
 * @param grace how far event time stays behind the wall clock where all is read; null: the wall
 *     clock says nothing, and event time follows the records alone
 */
public record TicketSource(
    Map<String, String> kafka,
    String topic,
    Admission admission,
    Set<String> regions,
    @Nullable String registryUrl,
    Duration outOfOrderness,
    boolean bounded,
    @Nullable Duration grace) {
  private static final String NAME = "tickets";

  /** The stream of what is read, event time included. */
  public DataStream<Inbound> attachTo(StreamExecutionEnvironment env) {
    Duration behind = grace;
    return (behind == null
            ? env.fromSource(source(), timeOfRecords(), NAME)
            : env.fromSource(live(behind), timeOfSource(), NAME))
        .uid(NAME);
  }

  private LiveSource live(Duration behind) {
    TimeRule rule = new TimeRule(outOfOrderness.toMillis(), behind.toMillis());
    return new LiveSource(source(), kafka, topic, rule);
  }

  private KafkaSource<Inbound> source() {
    Properties properties = new Properties();
    properties.putAll(kafka);
    properties.putIfAbsent("group.id", "aftercare-tickets");
    if (!bounded) {
      // Time stands still while a new partition is not found: often, then.
      properties.put("partition.discovery.interval.ms", "1000");
      // And a job that fails because the broker is away would forget that it was.
      properties.putIfAbsent("default.api.timeout.ms", "600000");
    }
    KafkaSourceBuilder<Inbound> builder =
        KafkaSource.<Inbound>builder()
            .setProperties(properties)
            .setTopics(List.of(topic))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new TicketRecords(admission, regions, registryUrl, bounded));
    return (bounded ? builder.setBounded(OffsetsInitializer.latest()) : builder).build();
  }

  /** Watermarks come from the source itself. */
  private static WatermarkStrategy<Inbound> timeOfSource() {
    return WatermarkStrategy.<Inbound>noWatermarks()
        .withTimestampAssigner((record, before) -> occurredAt(record));
  }

  private WatermarkStrategy<Inbound> timeOfRecords() {
    return WatermarkStrategy.<Inbound>forBoundedOutOfOrderness(outOfOrderness)
        .withTimestampAssigner((record, before) -> occurredAt(record));
  }

  /** A rejected record has no say in what time it is. */
  private static long occurredAt(Inbound record) {
    TicketArrival arrival = record.arrival();
    return arrival == null ? Long.MIN_VALUE : arrival.event().occurredAt();
  }
}

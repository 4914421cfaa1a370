package io.aftercare.io.kafka;

import io.aftercare.domain.intake.Admission;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.io.kafka.live.LiveSource;
import io.aftercare.io.kafka.live.TimeRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input from Kafka, with event time per partition.
 *
 * @param reader the job that reads
 * @param outOfOrderness how far event time stays behind the newest event
 * @param bounded stop at the end offsets as of the start
 * @param idleAfter after how long without records, by the wall clock, it holds no time back where
 *     event time follows the records alone; null: it always does
 * @param grace how far event time stays behind the wall clock where all is read; null: the wall
 *     clock says nothing, and event time follows the records alone
 */
public record EventSource<C extends SpecificRecord, E extends StreamEvent>(
    EventStream<C, E> stream,
    String reader,
    Map<String, String> kafka,
    Admission admission,
    Set<String> regions,
    @Nullable String registryUrl,
    Duration outOfOrderness,
    boolean bounded,
    @Nullable Duration idleAfter,
    @Nullable Duration grace) {
  /** The stream of what is read, event time included. */
  public DataStream<Inbound<E>> attachTo(StreamExecutionEnvironment env) {
    Duration behind = grace;
    return (behind == null
            ? env.fromSource(source(), timeOfRecords(), stream.name(), stream.type())
            : env.fromSource(live(behind), timeOfSource(), stream.name(), stream.type()))
        .uid(stream.name());
  }

  private LiveSource<E> live(Duration behind) {
    TimeRule rule = new TimeRule(outOfOrderness.toMillis(), behind.toMillis());
    return new LiveSource<>(source(), kafka, stream.topic(), rule);
  }

  private KafkaSource<Inbound<E>> source() {
    Properties properties = new Properties();
    properties.putAll(kafka);
    properties.putIfAbsent("group.id", "aftercare-" + reader);
    if (!bounded) {
      // Time stands still while a new partition is not found: often, then.
      properties.put("partition.discovery.interval.ms", "1000");
      // And a job that fails because the broker is away would forget that it was.
      properties.putIfAbsent("default.api.timeout.ms", "600000");
    }
    KafkaSourceBuilder<Inbound<E>> builder =
        KafkaSource.<Inbound<E>>builder()
            .setProperties(properties)
            .setTopics(List.of(stream.topic()))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new EventRecords<>(stream, admission, regions, registryUrl, bounded));
    return (bounded ? builder.setBounded(OffsetsInitializer.latest()) : builder).build();
  }

  /** Watermarks come from the source itself. */
  private WatermarkStrategy<Inbound<E>> timeOfSource() {
    return WatermarkStrategy.<Inbound<E>>noWatermarks()
        .withTimestampAssigner((record, before) -> occurredAt(record));
  }

  private WatermarkStrategy<Inbound<E>> timeOfRecords() {
    WatermarkStrategy<Inbound<E>> time =
        WatermarkStrategy.<Inbound<E>>forBoundedOutOfOrderness(outOfOrderness)
            .withTimestampAssigner((record, before) -> occurredAt(record));
    return idleAfter == null ? time : time.withIdleness(idleAfter);
  }

  /** A rejected record has no say in what time it is. */
  private static <E extends StreamEvent> long occurredAt(Inbound<E> record) {
    Arrival<E> arrival = record.arrival();
    return arrival == null ? Long.MIN_VALUE : arrival.event().occurredAt();
  }
}

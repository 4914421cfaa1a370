package io.aftercare.job.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.contract.Headers;
import io.aftercare.domain.intake.Admission;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.io.kafka.EventRecords;
import io.aftercare.io.kafka.EventStream;
import io.aftercare.job.JobSettings;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.Collector;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Reads the lines of {@code before.jsonl} and {@code after.jsonl} in their order: {@code
 * {"arrived_at": ..., "value": {...}}}, where the value is a record of the input's topic as JSON
 * (the contract's field names; a field that is missing is not stated), or a text that is no event.
 * The product's own decoder makes the events, so that a field that comes later needs nothing here.
 *
 * <p>Each arrival is stamped with the event time that all lines before it had reached, as a replay
 * does: so not only the ledger but all that is said and counted on the way is the same in any run.
 */
final class Arrivals<C extends SpecificRecord, E extends StreamEvent> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NO_KEY = new byte[0];

  private final EventStream<C, E> stream;
  private final EventRecords<C, E> records;
  private long offset;
  private long reached = Long.MIN_VALUE;

  Arrivals(EventStream<C, E> stream) {
    this.stream = stream;
    records =
        new EventRecords<>(
            stream,
            new Admission(
                stream.subjectField(), JobSettings.FUTURE_TOLERANCE.toMillis(), Long.MAX_VALUE),
            Set.of(),
            null,
            true);
    records.open(new Opening());
  }

  /** Event time as far as all that was read says, ms; never behind what it was before. */
  long reached() {
    return reached;
  }

  /** The arrival or rejection that the next line makes. */
  Inbound<E> read(String line) throws JsonProcessingException {
    JsonNode node = JSON.readTree(line);
    JsonNode value = node.path("value");
    List<Inbound<E>> read = new ArrayList<>();
    records.deserialize(
        record(
            Instant.parse(node.path("arrived_at").asText()),
            value.isTextual() ? value.asText() : value.toString()),
        collector(read));
    Inbound<E> inbound = read.get(0);
    long occurred = occurredAt(inbound);
    if (occurred != Long.MIN_VALUE) {
      reached = Math.max(reached, occurred - JobSettings.OUT_OF_ORDERNESS.toMillis());
    }
    return inbound;
  }

  /** A rejected record has no say in what time it is. */
  static long occurredAt(Inbound<? extends StreamEvent> inbound) {
    Arrival<? extends StreamEvent> arrival = inbound.arrival();
    return arrival == null ? Long.MIN_VALUE : arrival.event().occurredAt();
  }

  /** What keeps the records of one ticket or call in their order, as the topic's key does. */
  static String subjectOf(Inbound<? extends StreamEvent> inbound) {
    Arrival<? extends StreamEvent> arrival = inbound.arrival();
    return arrival == null ? "" : arrival.event().subject();
  }

  private ConsumerRecord<byte[], byte[]> record(Instant arrivedAt, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            stream.topic(),
            0,
            offset++,
            arrivedAt.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            bytes.length,
            NO_KEY,
            bytes,
            new RecordHeaders(),
            Optional.empty());
    byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(reached).array();
    record.headers().add(Headers.DOMAIN_TIME, stamp);
    return record;
  }

  private static <E extends StreamEvent> Collector<Inbound<E>> collector(List<Inbound<E>> into) {
    return new Collector<>() {
      @Override
      public void collect(Inbound<E> record) {
        into.add(record);
      }

      @Override
      public void close() {}
    };
  }

  /** There is no task around this reader. */
  private static final class Opening implements DeserializationSchema.InitializationContext {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
      throw new UnsupportedOperationException("the reader loads no user code");
    }
  }
}

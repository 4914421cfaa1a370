package io.aftercare.launcher.replay.feed;

import io.aftercare.contract.Headers;
import io.aftercare.contract.SingleObject;
import io.aftercare.launcher.replay.mapping.EventKind;
import io.aftercare.launcher.replay.source.EventRow;
import io.aftercare.launcher.replay.source.Rejection;
import io.aftercare.launcher.replay.source.SourceRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Records of the input topic. An event's key is its ticket or contact, so the default partitioner
 * keeps that together; a line that is no event has no key and goes to a partition by its number.
 */
final class InputRecords {
  private final String topic;
  private final int partitions;
  private final Function<SpecificRecord, byte[]> encoding;

  InputRecords(EventKind kind, String topic, int partitions) {
    this.topic = topic;
    this.partitions = partitions;
    this.encoding = encoding(kind.type());
  }

  private static <E extends SpecificRecord> Function<SpecificRecord, byte[]> encoding(
      Class<E> type) {
    SingleObject<E> format = new SingleObject<>(type);
    return event -> format.encode(type.cast(event));
  }

  List<ProducerRecord<byte[], byte[]>> events(
      SourceRow source, EventRow row, Instant arrivedAt, long domainTime) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(row.events().size());
    byte[] key = utf8(row.subject());
    for (SpecificRecord event : row.events()) {
      records.add(
          new ProducerRecord<>(
              topic,
              null,
              arrivedAt.toEpochMilli(),
              key,
              encoding.apply(event),
              headers(source, row.unknown(), domainTime)));
    }
    return records;
  }

  ProducerRecord<byte[], byte[]> rejected(
      SourceRow source, Rejection rejection, Instant arrivedAt, long domainTime) {
    List<Header> headers = headers(source, Set.of(), domainTime);
    headers.add(header(Headers.REJECTED, utf8(rejection.reason() + ": " + rejection.detail())));
    int partition = (int) (source.line() % partitions);
    return new ProducerRecord<>(
        topic, partition, arrivedAt.toEpochMilli(), null, source.raw(), headers);
  }

  private static List<Header> headers(SourceRow source, Set<String> unknown, long domainTime) {
    List<Header> headers = new ArrayList<>();
    headers.add(header(Headers.ORIGIN, utf8(source.origin())));
    headers.add(
        header(Headers.DOMAIN_TIME, ByteBuffer.allocate(Long.BYTES).putLong(domainTime).array()));
    if (!unknown.isEmpty()) {
      headers.add(header(Headers.UNKNOWN_FIELDS, utf8(String.join(",", unknown))));
    }
    return headers;
  }

  private static Header header(String name, byte[] value) {
    return new RecordHeader(name, value);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

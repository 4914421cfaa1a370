package io.aftercare.launcher.replay.feed;

import io.aftercare.contract.Headers;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import io.aftercare.launcher.replay.source.Rejection;
import io.aftercare.launcher.replay.source.SourceRow;
import io.aftercare.launcher.replay.source.TicketRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Records of the input topic. An event's key is its ticket, so the default partitioner keeps a
 * ticket together; a line that is no event has no key and goes to a partition by its number.
 */
final class InputRecords {
  private final String topic;
  private final int partitions;
  private final SingleObject<TicketEvent> encoding = new SingleObject<>(TicketEvent.class);

  InputRecords(String topic, int partitions) {
    this.topic = topic;
    this.partitions = partitions;
  }

  List<ProducerRecord<byte[], byte[]>> events(
      SourceRow source, TicketRow row, Instant arrivedAt, long domainTime) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(row.events().size());
    byte[] key = utf8(row.ticketId());
    for (TicketEvent event : row.events()) {
      records.add(
          new ProducerRecord<>(
              topic,
              null,
              arrivedAt.toEpochMilli(),
              key,
              encoding.encode(event),
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

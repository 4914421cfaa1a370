package io.aftercare.launcher.laws;

import io.aftercare.contract.Headers;
import io.aftercare.contract.TicketEvent;
import io.aftercare.job.JobSettings;
import io.aftercare.launcher.replay.feed.DomainTime;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills the input topic as a replay does: mapped arrivals, and how far time had come. */
final class InputWriter {
  private InputWriter() {}

  static void replay(Map<String, String> kafka, String topic, SyntheticInput input)
      throws Exception {
    DomainTime time =
        new DomainTime(JobSettings.OUT_OF_ORDERNESS, JobSettings.FUTURE_TOLERANCE, input.latest());
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
      for (Sent each : input.records()) {
        sent.add(producer.send(record(topic, each, time.millis())));
        TicketEvent event = each.event();
        if (event != null) {
          time.pass(event.getOccurredAt(), Instant.ofEpochMilli(each.arrival()));
        }
      }
    }
    for (Future<RecordMetadata> each : sent) {
      each.get(); // fails unless the broker took the record
    }
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, Sent sent, long domainTime) {
    byte[] reached = ByteBuffer.allocate(Long.BYTES).putLong(domainTime).array();
    List<Header> headers = List.of(new RecordHeader(Headers.DOMAIN_TIME, reached));
    return new ProducerRecord<>(
        topic, null, sent.arrival(), sent.keyBytes(), sent.value(), headers);
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, String> kafka) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("linger.ms", "20");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}

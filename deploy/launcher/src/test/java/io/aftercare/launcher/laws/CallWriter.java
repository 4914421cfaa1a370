package io.aftercare.launcher.laws;

import io.aftercare.contract.CallEventType;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Topics;
import io.aftercare.domain.call.CallEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Fills the calls topic with events as a source would send them. */
final class CallWriter {
  private CallWriter() {}

  static void write(Map<String, String> kafka, List<CallEvent> events, long arrival)
      throws Exception {
    SingleObject<io.aftercare.contract.CallEvent> format =
        new SingleObject<>(io.aftercare.contract.CallEvent.class);
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("linger.ms", "20");
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (CallEvent event : events) {
        byte[] key = event.contactId().getBytes(StandardCharsets.UTF_8);
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topics.CALL_EVENTS, null, arrival, key, format.encode(record(event)))));
      }
    }
    for (Future<RecordMetadata> each : sent) {
      each.get(); // fails unless the broker took the record
    }
  }

  private static io.aftercare.contract.CallEvent record(CallEvent e) {
    return io.aftercare.contract.CallEvent.newBuilder()
        .setEventId(e.eventId())
        .setEventType(CallEventType.valueOf(e.type().name()))
        .setContactId(e.contactId())
        .setContactSeq(e.sequenced() ? e.sequence() : null)
        .setSegment(e.segment() == 0 ? null : e.segment())
        .setOccurredAt(Instant.ofEpochMilli(e.occurredAt()))
        .setRecordedAt(instant(e.recordedAt()))
        .setRegion(e.region())
        .setQueue(e.queue())
        .setFromQueue(e.fromQueue())
        .setChannel(e.channel().name())
        .setAgentRef(e.agentRef())
        .setCustomerRef(e.customerRef())
        .setTicketId(e.ticketId())
        .setTalkMillis(span(e.talkMillis()))
        .setHoldMillis(span(e.holdMillis()))
        .setWrapUpMillis(span(e.wrapUpMillis()))
        .setCallbackDueAt(instant(e.callbackDueAt()))
        .setCorrectsEventId(e.correctsEventId())
        .build();
  }

  private static @Nullable Instant instant(long millis) {
    return millis == CallEvent.NEVER ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long span(long millis) {
    return millis == CallEvent.NOT_STATED ? null : millis;
  }
}

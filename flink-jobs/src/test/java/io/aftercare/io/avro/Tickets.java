package io.aftercare.io.avro;

import io.aftercare.contract.AvroTrust;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** One ticket event, in the encodings that a producer may choose. */
final class Tickets {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String JSON =
      """
      {"event_id": "e1", "event_type": "CREATED", "ticket_id": "t1",
       "occurred_at": "2026-03-01T12:00:00Z", "region": "Süd"}\
      """;

  /** The contract before most of it was thought of, with a field that is gone by now. */
  static final Schema V0 =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "TicketEvent", "namespace": "io.aftercare.contract",
               "fields": [
                {"name": "event_id", "type": "string"},
                {"name": "retired", "type": ["null", "string"]},
                {"name": "ticket_id", "type": "string"},
                {"name": "occurred_at",
                 "type": {"type": "long", "logicalType": "timestamp-millis"}},
                {"name": "region", "type": "string"}]}
              """);

  static {
    AvroTrust.install();
  }

  private Tickets() {}

  static TicketEvent created() {
    return TicketEvent.newBuilder()
        .setEventId("e1")
        .setEventType(TicketEventType.CREATED)
        .setTicketId("t1")
        .setOccurredAt(NOON)
        .setRegion("Süd")
        .build();
  }

  static byte[] singleObject() {
    return new SingleObject<>(TicketEvent.class).encode(created());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Header and the event as {@link #V0} writes it. */
  static byte[] oldEvent(byte... header) {
    GenericRecord event = new GenericData.Record(V0);
    event.put("event_id", "e1");
    event.put("retired", "x");
    event.put("ticket_id", "t1");
    event.put("occurred_at", NOON.toEpochMilli());
    event.put("region", "Süd");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(V0).write(event, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

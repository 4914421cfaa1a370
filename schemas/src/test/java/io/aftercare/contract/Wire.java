package io.aftercare.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.NullMarked;

/** Records and bytes for the tests of the wire. */
@NullMarked
final class Wire {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  static {
    AvroTrust.install();
  }

  private Wire() {}

  static byte[] written(Schema schema, GenericRecord event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xC3);
    out.write(0x01);
    out.writeBytes(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(SchemaNormalization.parsingFingerprint64(schema))
            .array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(event, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  static TicketEvent event() {
    return TicketEvent.newBuilder()
        .setEventId("e1")
        .setEventType(TicketEventType.CREATED)
        .setTicketId("t1")
        .setOccurredAt(NOON)
        .setRegion("Süd")
        .setPriority(Priority.P2)
        .setSurveyScore(4.5)
        .build();
  }

  static DeadLetter deadLetter() {
    return DeadLetter.newBuilder()
        .setStream("tickets")
        .setReason("unknown_format")
        .setDetail("noise")
        .setTopic(Topics.TICKET_EVENTS)
        .setPartition(0)
        .setOffset(7)
        .setArrivedAt(NOON)
        .setOriginal(ByteBuffer.wrap(new byte[] {1}))
        .setOriginalLength(1)
        .setOriginalSha256("00")
        .build();
  }
}

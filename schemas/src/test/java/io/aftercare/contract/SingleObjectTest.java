package io.aftercare.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class SingleObjectTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Schema V0 =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "TicketEvent", "namespace": "io.aftercare.contract",
               "fields": [
                {"name": "event_id", "type": "string"},
                {"name": "ticket_id", "type": "string"},
                {"name": "retired", "type": "int"},
                {"name": "occurred_at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                {"name": "priority", "type":
                  {"type": "enum", "name": "Priority", "symbols": ["P0", "P1", "P2"]}}]}
              """);

  private final SingleObject<TicketEvent> tickets = new SingleObject<>(TicketEvent.class);

  @Test
  void the_header_is_the_marker_and_the_fingerprint_in_little_endian() {
    byte[] bytes = tickets.encode(event());
    long fingerprint = SchemaNormalization.parsingFingerprint64(TicketEvent.getClassSchema());
    assertThat(HexFormat.of().formatHex(bytes, 0, 2)).isEqualTo("c301");
    assertThat(ByteBuffer.wrap(bytes, 2, 8).order(ByteOrder.LITTLE_ENDIAN).getLong())
        .isEqualTo(fingerprint);
  }

  @Test
  void the_bytes_are_those_of_avros_own_encoder() throws IOException {
    assertThat(tickets.encode(event())).isEqualTo(TicketEvent.getEncoder().encode(event()).array());
  }

  @Test
  void every_record_of_the_contract_survives_the_wire() throws UndecodableException {
    assertThat(tickets.decode(tickets.encode(event()))).isEqualTo(event());
    MetricRecord metric =
        MetricRecord.newBuilder()
            .setLineageId("l")
            .setLineageStartedAt(NOON)
            .setJob("tickets")
            .setName("aftercare_x_seconds")
            .setKind(MetricKind.HISTOGRAM)
            .setLabels(Map.of("region", "Nord"))
            .setBucketBounds(List.of(1.0, 2.5))
            .setBucketCounts(List.of(1L, 0L, 7L))
            .setSum(17.25)
            .setPublishedAt(NOON)
            .build();
    SingleObject<MetricRecord> metrics = new SingleObject<>(MetricRecord.class);
    assertThat(metrics.decode(metrics.encode(metric))).isEqualTo(metric);
  }

  @Test
  void an_older_writer_is_read_with_defaults_and_unknown_symbols_become_unknown()
      throws IOException, UndecodableException {
    GenericRecord old = new GenericData.Record(V0);
    old.put("event_id", "e1");
    old.put("ticket_id", "t1");
    old.put("retired", 7);
    old.put("occurred_at", NOON.toEpochMilli());
    old.put("priority", new GenericData.EnumSymbol(V0.getField("priority").schema(), "P0"));

    TicketEvent read =
        new SingleObject<>(TicketEvent.class, SchemaHistory.published().with(V0))
            .decode(written(V0, old));

    assertThat(read.getEventId()).isEqualTo("e1");
    assertThat(read.getTicketId()).isEqualTo("t1");
    assertThat(read.getOccurredAt()).isEqualTo(NOON);
    assertThat(read.getPriority()).isEqualTo(Priority.UNKNOWN);
    assertThat(read.getEventType()).isEqualTo(TicketEventType.UNKNOWN);
    assertThat(read.getIsPublic()).isTrue();
    assertThat(read.getRegion()).isNull();
    assertThat(read.getMissingFields()).isEmpty();
  }

  @Test
  void a_symbol_newer_than_the_reader_becomes_unknown() throws IOException, UndecodableException {
    String text = TicketEvent.getClassSchema().toString();
    Schema newer = new Schema.Parser().parse(text.replace("\"SPLIT\"", "\"SPLIT\",\"TELEPORTED\""));
    GenericRecord event = generic(newer);
    event.put(
        "event_type",
        new GenericData.EnumSymbol(newer.getField("event_type").schema(), "TELEPORTED"));

    TicketEvent read =
        new SingleObject<>(TicketEvent.class, SchemaHistory.published().with(newer))
            .decode(written(newer, event));

    assertThat(read.getEventType()).isEqualTo(TicketEventType.UNKNOWN);
    assertThat(read.getTicketId()).isEqualTo("t1");
  }

  @Test
  void an_unknown_fingerprint_is_refused_by_its_number() {
    byte[] bytes = tickets.encode(event());
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(2, 0x0123456789abcdefL);
    assertRefused(bytes, DecodeReason.UNKNOWN_SCHEMA_FINGERPRINT, "0123456789abcdef");
  }

  @Test
  void another_record_of_the_contract_is_refused_by_name() {
    byte[] bytes = new SingleObject<>(DeadLetter.class).encode(deadLetter());
    assertRefused(bytes, DecodeReason.WRONG_RECORD_TYPE, "io.aftercare.contract.DeadLetter");
  }

  @Test
  void a_writer_that_cannot_be_resolved_is_refused() throws IOException {
    Schema strange =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"TicketEvent\",\"namespace\":"
                    + "\"io.aftercare.contract\",\"fields\":[{\"name\":\"event_id\",\"type\":\"int\"}]}");
    GenericRecord event = new GenericData.Record(strange);
    event.put("event_id", 1);
    byte[] bytes = written(strange, event);
    SingleObject<TicketEvent> reader =
        new SingleObject<>(TicketEvent.class, SchemaHistory.published().with(strange));
    assertThatThrownBy(() -> reader.decode(bytes))
        .hasFieldOrPropertyWithValue("reason", DecodeReason.INCOMPATIBLE_SCHEMA)
        .hasMessageContaining("event_id");
  }

  @Test
  void every_shorter_piece_is_refused_as_truncated() {
    byte[] bytes = tickets.encode(event());
    for (int length = 2; length < bytes.length; length++) {
      assertRefused(Arrays.copyOf(bytes, length), DecodeReason.AVRO_TRUNCATED, "");
    }
    assertRefused(new byte[0], DecodeReason.EMPTY_VALUE, "no bytes");
    assertRefused(new byte[] {(byte) 0xC3}, DecodeReason.UNKNOWN_FORMAT, "first byte c3");
  }

  @Test
  void bytes_after_the_record_are_malformed() {
    byte[] bytes = tickets.encode(event());
    assertRefused(
        Arrays.copyOf(bytes, bytes.length + 3), DecodeReason.AVRO_MALFORMED, "3 bytes follow");
  }

  @Test
  void a_fault_names_its_field() {
    byte[] bytes = tickets.encode(event());
    int afterIds = SingleObject.HEADER_BYTES + "e1".length() + 1;
    bytes[afterIds] = 0x7f; // event_type: symbol -64
    assertRefused(bytes, DecodeReason.AVRO_MALFORMED, "");
    assertRefused(declaring(1_000), DecodeReason.AVRO_TRUNCATED, "field event_id: ");
  }

  @Test
  void a_huge_declared_length_allocates_next_to_nothing() {
    byte[] strings = declaring(Integer.MAX_VALUE - 16);
    byte[] negative = declaring(-5);
    byte[] array = tickets.encode(event());
    byte[] counted = Arrays.copyOf(array, array.length + 6);
    // missing_fields is the last but one: [] is written 00, then corrects_event_id: 00
    System.arraycopy(varint(1L << 30), 0, counted, array.length - 2, 5);
    long before = allocated();
    for (byte[] bytes : List.of(strings, negative, counted)) {
      assertThat(catchThrowableOfType(UndecodableException.class, () -> tickets.decode(bytes)))
          .isNotNull();
    }
    assertThat(allocated() - before).isLessThan(4_000_000);
  }

  @Test
  void noise_is_refused_and_never_crashes() {
    Random random = new Random(20260301);
    byte[] good = tickets.encode(event());
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(4) + 1; flips > 0; flips--) {
        bytes[
                SingleObject.HEADER_BYTES
                    + random.nextInt(bytes.length - SingleObject.HEADER_BYTES)] =
            (byte) random.nextInt();
      }
      try {
        assertThat(tickets.decode(bytes).getTicketId()).isNotNull();
      } catch (UndecodableException e) {
        assertThat(e.detail()).isNotBlank();
      }
    }
  }

  @Test
  void a_record_that_breaks_its_schema_does_not_spoil_the_next() {
    TicketEvent broken = new TicketEvent();
    broken.setEventId("x".repeat(10_000));
    assertThatThrownBy(() -> tickets.encode(broken))
        .isInstanceOfAny(AvroRuntimeException.class, NullPointerException.class);
    assertThat(tickets.encode(event())).isEqualTo(encodedAfresh());
  }

  private static byte[] encodedAfresh() {
    return new SingleObject<>(TicketEvent.class).encode(event());
  }

  private void assertRefused(byte[] bytes, DecodeReason reason, String detail) {
    assertThatThrownBy(() -> tickets.decode(bytes))
        .as("%d bytes", bytes.length)
        .isInstanceOf(UndecodableException.class)
        .hasFieldOrPropertyWithValue("reason", reason)
        .hasMessageContaining(detail);
  }

  /** An event whose first string claims a length. */
  private byte[] declaring(long length) {
    byte[] header = Arrays.copyOf(tickets.encode(event()), SingleObject.HEADER_BYTES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    out.writeBytes(varint(length));
    out.writeBytes(new byte[] {'a', 'b'});
    return out.toByteArray();
  }

  /** Avro's zig-zag variable-length long. */
  private static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] written(Schema schema, GenericRecord event) throws IOException {
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

  private static GenericRecord generic(Schema schema) {
    GenericRecord event = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      if (field.hasDefaultValue()) {
        event.put(field.pos(), GenericData.get().getDefaultValue(field));
      }
    }
    event.put("event_id", "e1");
    event.put("ticket_id", "t1");
    event.put("occurred_at", NOON.toEpochMilli());
    return event;
  }

  private static TicketEvent event() {
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

  private static DeadLetter deadLetter() {
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

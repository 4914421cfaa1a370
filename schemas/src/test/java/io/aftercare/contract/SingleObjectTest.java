package io.aftercare.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class SingleObjectTest {
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
    byte[] bytes = tickets.encode(Wire.event());
    long fingerprint = SchemaNormalization.parsingFingerprint64(TicketEvent.getClassSchema());
    assertThat(HexFormat.of().formatHex(bytes, 0, 2)).isEqualTo("c301");
    assertThat(ByteBuffer.wrap(bytes, 2, 8).order(ByteOrder.LITTLE_ENDIAN).getLong())
        .isEqualTo(fingerprint);
  }

  @Test
  void the_bytes_are_those_of_avros_own_encoder() throws IOException {
    assertThat(tickets.encode(Wire.event()))
        .isEqualTo(TicketEvent.getEncoder().encode(Wire.event()).array());
  }

  @Test
  void every_record_of_the_contract_survives_the_wire() throws UndecodableException {
    assertThat(tickets.decode(tickets.encode(Wire.event()))).isEqualTo(Wire.event());
    MetricRecord metric =
        MetricRecord.newBuilder()
            .setLineageId("l")
            .setLineageStartedAt(Wire.NOON)
            .setJob("tickets")
            .setName("aftercare_x_seconds")
            .setKind(MetricKind.HISTOGRAM)
            .setLabels(Map.of("region", "Nord"))
            .setBucketBounds(List.of(1.0, 2.5))
            .setBucketCounts(List.of(1L, 0L, 7L))
            .setSum(17.25)
            .setPublishedAt(Wire.NOON)
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
    old.put("occurred_at", Wire.NOON.toEpochMilli());
    old.put("priority", new GenericData.EnumSymbol(V0.getField("priority").schema(), "P0"));

    TicketEvent read =
        new SingleObject<>(TicketEvent.class, SchemaHistory.published().with(V0))
            .decode(Wire.written(V0, old));

    assertThat(read.getEventId()).isEqualTo("e1");
    assertThat(read.getTicketId()).isEqualTo("t1");
    assertThat(read.getOccurredAt()).isEqualTo(Wire.NOON);
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
            .decode(Wire.written(newer, event));

    assertThat(read.getEventType()).isEqualTo(TicketEventType.UNKNOWN);
    assertThat(read.getTicketId()).isEqualTo("t1");
  }

  @Test
  void a_writer_in_another_namespace_is_read_by_its_short_name() throws UndecodableException {
    String text = TicketEvent.getClassSchema().toString();
    Schema foreign =
        new Schema.Parser()
            .parse(text.replace("\"namespace\":\"io.aftercare.contract\"", "\"namespace\":\"x\""));
    assertThat(foreign.getFullName()).isEqualTo("x.TicketEvent");
    RecordReader<TicketEvent> reader = new RecordReader<>(TicketEvent.class);
    assertThat(reader.read(foreign, tickets.encode(Wire.event()), SingleObject.HEADER_BYTES))
        .isEqualTo(Wire.event());
  }

  @Test
  void a_record_that_breaks_its_schema_does_not_spoil_the_next() {
    TicketEvent broken = new TicketEvent();
    broken.setEventId("x".repeat(10_000));
    assertThatThrownBy(() -> tickets.encode(broken))
        .isInstanceOfAny(AvroRuntimeException.class, NullPointerException.class);
    assertThat(tickets.encode(Wire.event())).isEqualTo(encodedAfresh());
  }

  private static byte[] encodedAfresh() {
    return new SingleObject<>(TicketEvent.class).encode(Wire.event());
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
    event.put("occurred_at", Wire.NOON.toEpochMilli());
    return event;
  }
}

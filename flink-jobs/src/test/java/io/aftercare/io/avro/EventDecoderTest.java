package io.aftercare.io.avro;

import static io.aftercare.io.avro.Tickets.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.SchemaHistory;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.SchemaNormalization;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventDecoderTest {
  private final EventDecoder<TicketEvent> decoder =
      EventDecoder.forTickets(DecoderSettings.withoutRegistry());

  @Test
  void single_object_encoding_and_json_say_the_same() {
    assertThat(decoder.decode(Tickets.singleObject()))
        .isEqualTo(new Decoded.Event<>(Tickets.created(), List.of(), List.of()));
    assertThat(decoder.decode(utf8(Tickets.JSON)))
        .isEqualTo(new Decoded.Event<>(Tickets.created(), List.of(), List.of()));
  }

  @Test
  void an_event_of_an_older_schema_is_read_with_defaults() {
    long fingerprint = SchemaNormalization.parsingFingerprint64(Tickets.V0);
    byte[] header =
        ByteBuffer.allocate(10)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 0xC3)
            .put((byte) 1)
            .putLong(fingerprint)
            .array();
    EventDecoder<TicketEvent> reader =
        new EventDecoder<>(
            TicketEvent.class,
            DecoderSettings.withoutRegistry(),
            SchemaHistory.published().with(Tickets.V0));

    TicketEvent expected = Tickets.created();
    expected.setEventType(TicketEventType.UNKNOWN);
    assertThat(reader.decode(Tickets.oldEvent(header)))
        .isEqualTo(new Decoded.Event<>(expected, List.of(), List.of()));
    assertRefused(decoder, Tickets.oldEvent(header), DecodeReason.UNKNOWN_SCHEMA_FINGERPRINT)
        .contains(HexFormat.of().toHexDigits(fingerprint));
  }

  @Test
  void no_value_is_no_event() {
    assertRefused(decoder, null, DecodeReason.EMPTY_VALUE).contains("an event is right");
    assertRefused(decoder, new byte[0], DecodeReason.EMPTY_VALUE);
  }

  @Test
  void confluent_framing_without_a_registry_says_what_to_do() {
    assertRefused(
            decoder, new byte[] {0, 0, 0, 0, 7, 1}, DecodeReason.SCHEMA_REGISTRY_NOT_CONFIGURED)
        .contains("configure one");
    assertRefused(decoder, new byte[] {0}, DecodeReason.SCHEMA_REGISTRY_NOT_CONFIGURED);
  }

  @Test
  void any_other_first_byte_is_an_unknown_format() {
    for (int first = 1; first < 256; first++) {
      if (first != '{') {
        byte[] value = {(byte) first, 0, 0};
        assertRefused(decoder, value, DecodeReason.UNKNOWN_FORMAT)
            .contains("first byte %02x".formatted(first));
      }
    }
    assertRefused(decoder, new byte[] {(byte) 0xC3}, DecodeReason.UNKNOWN_FORMAT);
    assertRefused(decoder, utf8(" " + Tickets.JSON), DecodeReason.UNKNOWN_FORMAT);
  }

  @Test
  void a_cut_single_object_is_truncated_and_names_its_field() {
    byte[] bytes = Tickets.singleObject();
    assertRefused(decoder, Arrays.copyOf(bytes, 11), DecodeReason.AVRO_TRUNCATED)
        .startsWith("field event_id: ");
    assertRefused(decoder, Arrays.copyOf(bytes, 9), DecodeReason.AVRO_TRUNCATED);
    assertRefused(decoder, Arrays.copyOf(bytes, bytes.length + 1), DecodeReason.AVRO_MALFORMED);
  }

  @Test
  void calls_are_decoded_by_the_same_rules() {
    EventDecoder<CallEvent> calls =
        new EventDecoder<>(
            CallEvent.class, DecoderSettings.withoutRegistry(), SchemaHistory.published());
    byte[] call =
        utf8(
            """
            {"event_id": "1", "event_type": "answered", "contact_id": "c",
             "occurred_at": 1772366400000, "segment": 2, "talk_millis": 61000}\
            """);
    Decoded<CallEvent> decoded = calls.decode(call);
    assertThat(decoded).isInstanceOf(Decoded.Event.class);
    CallEvent event = ((Decoded.Event<CallEvent>) decoded).event();
    assertThat(event.getEventType()).isEqualTo(CallEventType.ANSWERED);
    assertThat(event.getOccurredAt()).isEqualTo(Tickets.NOON);
    assertThat(event.getSegment()).isEqualTo(2);
    assertThat(event.getTalkMillis()).isEqualTo(61_000L);
    assertRefused(calls, Tickets.singleObject(), DecodeReason.WRONG_RECORD_TYPE)
        .contains("found a io.aftercare.contract.TicketEvent");
  }

  private static AbstractStringAssert<?> assertRefused(
      EventDecoder<?> decoder, byte @Nullable [] value, DecodeReason reason) {
    Decoded<?> decoded = decoder.decode(value);
    assertThat(decoded).isInstanceOf(Decoded.Refusal.class);
    Decoded.Refusal<?> refusal = (Decoded.Refusal<?>) decoded;
    assertThat(refusal.reason()).isEqualTo(reason.code());
    return assertThat(refusal.detail());
  }
}

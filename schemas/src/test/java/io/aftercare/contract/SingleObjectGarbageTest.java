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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Bytes that are no record: refused with a reason, at a modest price. */
@NullMarked
class SingleObjectGarbageTest {
  private final SingleObject<TicketEvent> tickets = new SingleObject<>(TicketEvent.class);

  @Test
  void an_unknown_fingerprint_is_refused_by_its_number() {
    byte[] bytes = tickets.encode(Wire.event());
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(2, 0x0123456789abcdefL);
    assertRefused(bytes, DecodeReason.UNKNOWN_SCHEMA_FINGERPRINT, "0123456789abcdef");
  }

  @Test
  void another_record_of_the_contract_is_refused_by_name() {
    byte[] bytes = new SingleObject<>(DeadLetter.class).encode(Wire.deadLetter());
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
    byte[] bytes = Wire.written(strange, event);
    SingleObject<TicketEvent> reader =
        new SingleObject<>(TicketEvent.class, SchemaHistory.published().with(strange));
    assertThatThrownBy(() -> reader.decode(bytes))
        .hasFieldOrPropertyWithValue("reason", DecodeReason.INCOMPATIBLE_SCHEMA)
        .hasMessageContaining("event_id");
  }

  @Test
  void every_shorter_piece_is_refused_as_truncated() {
    byte[] bytes = tickets.encode(Wire.event());
    for (int length = 2; length < bytes.length; length++) {
      assertRefused(Arrays.copyOf(bytes, length), DecodeReason.AVRO_TRUNCATED, "");
    }
    assertRefused(new byte[0], DecodeReason.EMPTY_VALUE, "no bytes");
    assertRefused(new byte[] {(byte) 0xC3}, DecodeReason.UNKNOWN_FORMAT, "first byte c3");
  }

  @Test
  void bytes_after_the_record_are_malformed() {
    byte[] bytes = tickets.encode(Wire.event());
    assertRefused(
        Arrays.copyOf(bytes, bytes.length + 3), DecodeReason.AVRO_MALFORMED, "3 bytes follow");
  }

  @Test
  void a_fault_names_its_field() {
    byte[] bytes = tickets.encode(Wire.event());
    int afterIds = SingleObject.HEADER_BYTES + "e1".length() + 1;
    bytes[afterIds] = 0x7f; // event_type: symbol -64
    assertRefused(bytes, DecodeReason.AVRO_MALFORMED, "-64");
    assertRefused(declaring(1_000), DecodeReason.AVRO_TRUNCATED, "field event_id: ");
  }

  @Test
  void a_huge_declared_length_allocates_next_to_nothing() {
    byte[] strings = declaring(Integer.MAX_VALUE - 16);
    byte[] negative = declaring(-5);
    byte[] array = tickets.encode(Wire.event());
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
    byte[] good = tickets.encode(Wire.event());
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

  private void assertRefused(byte[] bytes, DecodeReason reason, String detail) {
    assertThatThrownBy(() -> tickets.decode(bytes))
        .as("%d bytes", bytes.length)
        .isInstanceOf(UndecodableException.class)
        .hasFieldOrPropertyWithValue("reason", reason)
        .hasMessageContaining(detail);
  }

  /** An event whose first string claims a length. */
  private byte[] declaring(long length) {
    byte[] header = Arrays.copyOf(tickets.encode(Wire.event()), SingleObject.HEADER_BYTES);
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
}

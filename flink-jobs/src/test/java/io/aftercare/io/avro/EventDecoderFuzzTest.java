package io.aftercare.io.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.TicketEvent;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: an event or a refusal with one of the known reasons, at a modest price. */
class EventDecoderFuzzTest {
  private static final int INPUTS = 20_000;
  private static final Set<String> REASONS =
      Stream.of(DecodeReason.values()).map(DecodeReason::code).collect(Collectors.toSet());

  private final EventDecoder<TicketEvent> decoder =
      EventDecoder.forTickets(DecoderSettings.withoutRegistry());

  @Test
  void random_bytes_never_throw() {
    Random random = new Random(1);
    List<byte[]> starts =
        List.of(new byte[0], new byte[] {'{', '"'}, header(), new byte[] {0, 0, 0, 0, 1});
    long before = allocated();
    for (int i = 0; i < INPUTS; i++) {
      byte[] start = starts.get(random.nextInt(starts.size()));
      byte[] value = new byte[start.length + random.nextInt(200)];
      random.nextBytes(value);
      System.arraycopy(start, 0, value, 0, start.length);
      judge(value);
    }
    assertThat((allocated() - before) / INPUTS).as("bytes per input").isLessThan(64_000);
  }

  @Test
  void mutated_events_never_throw() {
    Random random = new Random(2);
    List<byte[]> seeds = List.of(Tickets.singleObject(), Tickets.utf8(Tickets.JSON));
    long before = allocated();
    for (int i = 0; i < INPUTS; i++) {
      judge(mutated(seeds.get(i % 2), random));
    }
    assertThat((allocated() - before) / INPUTS).as("bytes per input").isLessThan(64_000);
  }

  @Test
  void a_megabyte_of_one_byte_never_throws() {
    for (int b = 0; b < 256; b += 5) {
      byte[] value = new byte[1 << 20];
      Arrays.fill(value, (byte) b);
      judge(value);
      System.arraycopy(header(), 0, value, 0, header().length);
      judge(value);
    }
  }

  private void judge(byte[] value) {
    Decoded<TicketEvent> decoded = decoder.decode(value);
    if (decoded instanceof Decoded.Refusal<TicketEvent> refusal) {
      assertThat(REASONS).contains(refusal.reason());
      assertThat(refusal.detail()).isNotBlank().hasSizeLessThan(5_000);
    } else {
      TicketEvent event = ((Decoded.Event<TicketEvent>) decoded).event();
      assertThat(event.getTicketId()).isNotNull();
      assertThat(event.getOccurredAt()).isNotNull();
    }
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] value = seed.clone();
    for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
      value[random.nextInt(value.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(value, random.nextInt(300)) : value;
  }

  private static byte[] header() {
    return Arrays.copyOf(Tickets.singleObject(), 10);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}

package io.aftercare.launcher.laws;

import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record for the input topic.
 *
 * @param event what it holds; null: bytes that are no event
 * @param arrival record timestamp, ms
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Sent(String key, byte[] value, @Nullable TicketEvent event, long arrival) {

  static Sent of(TicketEvent event, long arrival) {
    byte[] value = new SingleObject<>(TicketEvent.class).encode(event);
    return new Sent(event.getTicketId(), value, event, arrival);
  }

  static Sent noise(String text, long arrival) {
    return new Sent("noise", text.getBytes(StandardCharsets.UTF_8), null, arrival);
  }

  byte[] keyBytes() {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}

package io.aftercare.io.kafka;

import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.UndecodableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class TicketDecoding {
  private final SingleObject<TicketEvent> format = new SingleObject<>(TicketEvent.class);

  TicketDecoding(@Nullable String registryUrl) {}

  record Result(
      @Nullable TicketEvent event, String reason, String detail, List<String> unknownValues) {}

  Result decode(byte @Nullable [] value) {
    if (value == null) {
      return new Result(null, "empty_value", "", List.of());
    }
    try {
      return new Result(format.decode(value), "", "", List.of());
    } catch (UndecodableException e) {
      return new Result(null, "undecodable", String.valueOf(e.getMessage()), List.of());
    }
  }
}

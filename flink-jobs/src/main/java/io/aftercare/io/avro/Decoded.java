package io.aftercare.io.avro;

import io.aftercare.contract.UndecodableException;
import java.util.List;

/** What became of the bytes of one record: an event, or a refusal with its reason. */
public sealed interface Decoded<T> {
  /**
   * An event. What was said in it that the contract does not know is lost to the event and told
   * here: {@code unknownFields} are names as the sender wrote them (at most 20, each at most 64
   * characters; never a metric label), {@code unknownValues} are the contract's fields whose enum
   * symbol was unknown and became UNKNOWN. JSON only: Avro resolves schemas without telling.
   */
  record Event<T>(T event, List<String> unknownFields, List<String> unknownValues)
      implements Decoded<T> {}

  /**
   * No event. The reason is a {@link io.aftercare.contract.DecodeReason} code, the detail a
   * sentence that names the field, what was found and what would be right.
   */
  record Refusal<T>(String reason, String detail) implements Decoded<T> {
    static <T> Refusal<T> of(UndecodableException refused) {
      return new Refusal<>(refused.reason().code(), refused.detail());
    }
  }
}

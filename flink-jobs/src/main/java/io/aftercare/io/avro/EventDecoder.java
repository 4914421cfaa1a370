package io.aftercare.io.avro;

import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.RecordReader;
import io.aftercare.contract.SchemaHistory;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.UndecodableException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the value of an input record by its first byte: {@code C3 01} Avro single-object
 * encoding, {@code 00} Confluent framing, <code>{</code> JSON. Whatever the bytes are, the answer
 * is an event or a refusal. The one thing that throws is a schema registry that does not answer
 * ({@link SchemaRegistryUnavailableException}): the record is not at fault and has to be decoded
 * again later. Keeps buffers and readers; one per thread.
 */
public final class EventDecoder<T extends SpecificRecord> {
  private static final int FRAME_BYTES = 5;

  private final SingleObject<T> singleObject;
  private final RecordReader<T> framed;
  private final JsonEvents<T> json;
  private final @Nullable SchemaRegistryClient registry;

  /** A decoder of one type of event; the history finds the writers of single-object encoding. */
  public EventDecoder(Class<T> type, DecoderSettings settings, SchemaHistory history) {
    this.singleObject = new SingleObject<>(type, history);
    this.framed = new RecordReader<>(type);
    this.json = new JsonEvents<>(type);
    URI address = settings.schemaRegistry();
    this.registry =
        address == null
            ? null
            : new SchemaRegistryClient(address, settings.schemaRegistryTimeout());
  }

  /** Decodes ticket events that any published schema wrote. */
  public static EventDecoder<TicketEvent> forTickets(DecoderSettings settings) {
    return new EventDecoder<>(TicketEvent.class, settings, SchemaHistory.published());
  }

  /** The event in the value, or why there is none; null is a Kafka tombstone. */
  public Decoded<T> decode(byte @Nullable [] value) {
    try {
      return value == null || value.length == 0 ? empty() : decodeByFirstByte(value);
    } catch (UndecodableException e) {
      return Decoded.Refusal.of(e);
    }
  }

  private Decoded<T> decodeByFirstByte(byte[] value) throws UndecodableException {
    if (SingleObject.announcedBy(value)) {
      return event(singleObject.decode(value));
    }
    return switch (value[0]) {
      case 0 -> event(decodeFramed(value));
      case '{' -> json.decode(value);
      default -> throw unknownFormat(value);
    };
  }

  private T decodeFramed(byte[] value) throws UndecodableException {
    if (registry == null) {
      throw new UndecodableException(
          DecodeReason.SCHEMA_REGISTRY_NOT_CONFIGURED,
          "found Confluent framing (first byte 00), which needs a schema registry; configure one"
              + " or send Avro single-object encoding or JSON");
    }
    if (value.length < FRAME_BYTES) {
      throw new UndecodableException(
          DecodeReason.AVRO_TRUNCATED,
          "found " + value.length + " bytes, Confluent framing begins with a header of 5");
    }
    return framed.read(registry.schema(ByteBuffer.wrap(value).getInt(1)), value, FRAME_BYTES);
  }

  private Decoded<T> event(T event) {
    return new Decoded.Event<>(event, List.of(), List.of());
  }

  private Decoded<T> empty() throws UndecodableException {
    throw new UndecodableException(
        DecodeReason.EMPTY_VALUE, "found no value, an event is right; events are not deleted");
  }

  private static UndecodableException unknownFormat(byte[] value) {
    return new UndecodableException(
        DecodeReason.UNKNOWN_FORMAT,
        String.format(
            "found first byte %02x of %d; c3 01 (Avro single-object encoding), 00 (Confluent"
                + " framing) or 7b (a JSON object, UTF-8) is right",
            value[0], value.length));
  }
}

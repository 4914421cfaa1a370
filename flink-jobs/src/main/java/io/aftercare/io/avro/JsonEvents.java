package io.aftercare.io.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.UndecodableException;
import java.io.IOException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Decodes plain JSON with the field names of a record's schema (not Avro's own JSON encoding):
 * enums as strings in any case, timestamps as ISO-8601 with a zone or as integer ms since 1970,
 * missing or null fields as their default. One object and nothing after it; no field twice.
 */
final class JsonEvents<T extends SpecificRecord> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Class<T> type;
  private final JsonValue reader;

  JsonEvents(Class<T> type) {
    SpecificData model = SpecificData.getForClass(type);
    this.type = type;
    this.reader = JsonValue.of(model.getSchema(type), model);
  }

  Decoded<T> decode(byte[] value) throws UndecodableException {
    JsonFindings findings = new JsonFindings();
    T event = type.cast(reader.read(parsed(value), "", findings));
    return new Decoded.Event<>(event, findings.unknownFields(), findings.unknownValues());
  }

  private static JsonNode parsed(byte[] value) throws UndecodableException {
    try {
      return MAPPER.readTree(value);
    } catch (JsonProcessingException e) {
      throw malformed(
          "line %d, column %d: %s; one JSON object is right"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (IOException | StackOverflowError e) {
      throw malformed("found " + e + "; one JSON object in UTF-8 is right");
    }
  }

  private static UndecodableException malformed(String detail) {
    return new UndecodableException(DecodeReason.JSON_MALFORMED, detail);
  }
}

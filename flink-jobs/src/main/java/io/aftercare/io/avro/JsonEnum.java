package io.aftercare.io.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contract.UndecodableException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** A symbol in any case; one that the schema does not know becomes its default and is reported. */
final class JsonEnum implements JsonValue {
  private final Map<String, Object> symbols = new HashMap<>();
  private final Object unknown;

  JsonEnum(Schema schema, SpecificData model) {
    for (String symbol : schema.getEnumSymbols()) {
      symbols.put(symbol, model.createEnum(symbol, schema));
    }
    String symbol = schema.getEnumDefault();
    if (symbol == null) {
      throw new IllegalArgumentException(schema.getFullName() + " has no default symbol");
    }
    this.unknown = model.createEnum(symbol, schema);
  }

  @Override
  public Object read(JsonNode node, String path, JsonFindings findings)
      throws UndecodableException {
    if (!node.isTextual()) {
      throw JsonValue.invalid(path, node, "a string, one of " + String.join(", ", names()) + ",");
    }
    Object symbol = symbols.get(node.textValue().toUpperCase(Locale.ROOT));
    if (symbol == null) {
      findings.unknownValue(path);
      return unknown;
    }
    return symbol;
  }

  private Iterable<String> names() {
    return symbols.keySet().stream().sorted().toList();
  }
}

package io.aftercare.io.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.UndecodableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** An object with the fields of a record; a field that is missing or null gets its default. */
final class JsonRecord implements JsonValue {
  private final Schema schema;
  private final SpecificData model;
  private final List<Slot> slots = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  JsonRecord(Schema schema, SpecificData model) {
    this.schema = schema;
    this.model = model;
    for (Schema.Field field : schema.getFields()) {
      slots.add(new Slot(field, JsonValue.of(field.schema(), model)));
      names.add(field.name());
    }
  }

  @Override
  public Object read(JsonNode node, String path, JsonFindings findings)
      throws UndecodableException {
    if (!node.isObject()) {
      throw JsonValue.invalid(path, node, "an object");
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    IndexedRecord event = (IndexedRecord) model.newRecord(null, schema);
    for (Slot slot : slots) {
      event.put(slot.field.pos(), valueOf(slot, node, prefix, findings));
    }
    reportUnknown(node, prefix, findings);
    return event;
  }

  private @Nullable Object valueOf(Slot slot, JsonNode node, String prefix, JsonFindings findings)
      throws UndecodableException {
    JsonNode value = node.get(slot.field.name());
    if (value != null && !value.isNull()) {
      return slot.reader.read(value, prefix + slot.field.name(), findings);
    }
    if (!slot.field.hasDefaultValue()) {
      throw new UndecodableException(
          DecodeReason.JSON_FIELD_MISSING,
          "field %s%s: found %s, a value is required (%s)"
              .formatted(
                  prefix, slot.field.name(), value == null ? "nothing" : "null", slot.field.doc()));
    }
    return defaultOf(slot.field);
  }

  private @Nullable Object defaultOf(Schema.Field field) {
    Object value = model.getDefaultValue(field);
    return switch (field.schema().getType()) {
      case ARRAY, MAP, RECORD -> model.deepCopy(field.schema(), value); // not shared by events
      default -> value;
    };
  }

  private void reportUnknown(JsonNode node, String prefix, JsonFindings findings) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                findings.unknownField(prefix + name);
              }
            });
  }

  private record Slot(Schema.Field field, JsonValue reader) {}
}

package io.aftercare.io.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.UndecodableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Reads one JSON value as what a schema asks for; made once per schema by {@link #of}. The path
 * names the field for a person. Unions are {@code [null, X]} only; bytes, fixed and other logical
 * types have no plain JSON form and are refused when the reader is made.
 */
interface JsonValue {
  /** The value, for the generated record; throws for a wrong type. */
  Object read(JsonNode node, String path, JsonFindings findings) throws UndecodableException;

  /** The reader for a schema. */
  static JsonValue of(Schema schema, SpecificData model) {
    return switch (schema.getType()) {
      case RECORD -> new JsonRecord(schema, model);
      case ENUM -> new JsonEnum(schema, model);
      case ARRAY -> list(of(schema.getElementType(), model));
      case MAP -> map(of(schema.getValueType(), model));
      case UNION -> of(onlyBranch(schema), model);
      case STRING, BOOLEAN, INT, FLOAT, DOUBLE -> JsonScalar.of(schema.getType());
      case LONG -> schema.getLogicalType() == null ? JsonScalar.LONG : timestamp(schema);
      default -> throw unsupported(schema);
    };
  }

  private static JsonValue timestamp(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return new JsonTimestamp();
    }
    throw unsupported(schema);
  }

  private static Schema onlyBranch(Schema union) {
    List<Schema> branches =
        union.getTypes().stream().filter(branch -> branch.getType() != Schema.Type.NULL).toList();
    if (branches.size() != 1) {
      throw unsupported(union);
    }
    return branches.get(0);
  }

  private static JsonValue list(JsonValue item) {
    return (node, path, findings) -> {
      if (!node.isArray()) {
        throw invalid(path, node, "an array");
      }
      List<Object> items = new ArrayList<>(node.size());
      for (int i = 0; i < node.size(); i++) {
        items.add(item.read(node.get(i), path + "[" + i + "]", findings));
      }
      return items;
    };
  }

  private static JsonValue map(JsonValue value) {
    return (node, path, findings) -> {
      if (!node.isObject()) {
        throw invalid(path, node, "an object");
      }
      Map<String, Object> values = new HashMap<>();
      for (var entry : node.properties()) {
        String at = path + "." + entry.getKey();
        values.put(entry.getKey(), value.read(entry.getValue(), at, findings));
      }
      return values;
    };
  }

  private static IllegalArgumentException unsupported(Schema schema) {
    return new IllegalArgumentException("no plain JSON form for the schema " + schema);
  }

  /** A refusal that names the field, what was found and what is right. */
  static UndecodableException invalid(String path, JsonNode found, String right) {
    return new UndecodableException(
        DecodeReason.JSON_FIELD_INVALID,
        "field " + path + ": found " + described(found) + ", " + right + " is right");
  }

  private static String described(JsonNode node) {
    String kind =
        switch (node.getNodeType()) {
          case ARRAY -> "an array";
          case OBJECT -> "an object";
          case NULL -> "null";
          default -> "the " + node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    String text = node.isValueNode() && !node.isNull() ? " " + node : "";
    return kind + (text.length() > 48 ? text.substring(0, 48) + "..." : text);
  }
}

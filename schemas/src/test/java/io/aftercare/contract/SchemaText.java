package io.aftercare.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * A schema as JSON without what only people read, so that a better sentence in a doc is no new
 * version while a changed default is one.
 */
@NullMarked
final class SchemaText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaText() {}

  static JsonNode withoutDocs(Schema schema) {
    try {
      JsonNode tree = JSON.readTree(schema.toString());
      tree.findParents("doc").forEach(parent -> ((ObjectNode) parent).remove("doc"));
      dropStringType(tree);
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The code generator writes {"type":"string","avro.java.string":"String"} for "string". */
  private static void dropStringType(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("avro.java.string");
      object
          .properties()
          .forEach(
              property -> {
                JsonNode value = property.getValue();
                dropStringType(value);
                property.setValue(plain(value));
              });
    } else if (node instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        dropStringType(array.get(i));
        array.set(i, plain(array.get(i)));
      }
    }
  }

  private static JsonNode plain(JsonNode node) {
    return node.isObject() && node.size() == 1 && node.path("type").asText().equals("string")
        ? node.get("type")
        : node;
  }
}

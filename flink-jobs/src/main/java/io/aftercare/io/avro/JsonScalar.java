package io.aftercare.io.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercare.contract.UndecodableException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.Schema;

/** JSON strings, booleans and numbers; nothing is converted from one to the other. */
enum JsonScalar implements JsonValue {
  STRING("a string", JsonNode::isTextual, JsonNode::textValue),
  BOOLEAN("true or false", JsonNode::isBoolean, JsonNode::booleanValue),
  INT(
      "an integer of 32 bits",
      node -> node.isIntegralNumber() && node.canConvertToInt(),
      JsonNode::intValue),
  LONG(
      "an integer of 64 bits",
      node -> node.isIntegralNumber() && node.canConvertToLong(),
      JsonNode::longValue),
  FLOAT(
      "a number",
      node -> node.isNumber() && Float.isFinite(node.floatValue()),
      JsonNode::floatValue),
  DOUBLE(
      "a number",
      node -> node.isNumber() && Double.isFinite(node.doubleValue()),
      JsonNode::doubleValue);

  private final String right;

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Predicate<JsonNode> fits;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<JsonNode, Object> value;

  JsonScalar(String right, Predicate<JsonNode> fits, Function<JsonNode, Object> value) {
    this.right = right;
    this.fits = fits;
    this.value = value;
  }

  static JsonScalar of(Schema.Type type) {
    return valueOf(type.name());
  }

  @Override
  public Object read(JsonNode node, String path, JsonFindings findings)
      throws UndecodableException {
    if (!fits.test(node)) {
      throw JsonValue.invalid(path, node, right);
    }
    return value.apply(node);
  }
}

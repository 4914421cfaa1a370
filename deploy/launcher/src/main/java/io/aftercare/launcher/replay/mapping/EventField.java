package io.aftercare.launcher.replay.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * One field of an event schema and how a source's text becomes its value. Derived from the schema,
 * so that a field added to the contract can be mapped at once.
 *
 * @param unset the value of the field in an event that does not state it
 * @param symbols values of an enum field by name; empty for the others
 */
public record EventField(
    String name,
    int position,
    Type type,
    boolean nullable,
    @Nullable Object unset,
    Map<String, Object> symbols) {

  /** What kind of value a field takes. */
  public enum Type {
    TEXT("a text"),
    TIME("a time"),
    INT("a whole number"),
    LONG("a whole number"),
    NUMBER("a number"),
    TRUTH("true or false"),
    SYMBOL("a symbol"),
    TEXTS("a comma-separated list");

    private final String words;

    Type(String words) {
      this.words = words;
    }
  }

  static EventField of(Schema.Field field) {
    Schema schema = field.schema();
    boolean nullable = schema.isUnion();
    Schema plain = nullable ? schema.getTypes().get(1) : schema;
    Map<String, Object> symbols = new LinkedHashMap<>();
    if (plain.getType() == Schema.Type.ENUM) {
      plain
          .getEnumSymbols()
          .forEach(symbol -> symbols.put(symbol, SpecificData.get().createEnum(symbol, plain)));
    }
    Object unset = field.hasDefaultValue() ? SpecificData.get().getDefaultValue(field) : null;
    return new EventField(field.name(), field.pos(), typeOf(plain), nullable, unset, symbols);
  }

  private static Type typeOf(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> Type.TEXT;
      case INT -> Type.INT;
      case LONG ->
          schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? Type.TIME : Type.LONG;
      case DOUBLE -> Type.NUMBER;
      case BOOLEAN -> Type.TRUTH;
      case ENUM -> Type.SYMBOL;
      case ARRAY -> Type.TEXTS;
      default -> throw new IllegalStateException("no mapping for schema " + schema);
    };
  }

  /** The symbol of that name in any case, or null if the enum has none. */
  public @Nullable Object symbol(String text) {
    return symbols.get(text.toUpperCase(Locale.ROOT));
  }

  /** Value of an enum field that our closed list does not know. */
  public Object unknownSymbol() {
    Object unknown = symbols.get("UNKNOWN");
    if (unknown == null) {
      throw new IllegalStateException(name + " has no symbol UNKNOWN");
    }
    return unknown;
  }

  /**
   * The value that a text states, or null if it does not state one of this type.
   *
   * @param unit multiplies whole numbers and numbers (milliseconds per source unit); 1 otherwise
   */
  public @Nullable Object read(String text, TimeReader times, long unit) {
    return switch (type) {
      case TEXT -> text;
      case TIME -> times.read(text);
      case INT -> wholeNumber(text, unit, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> wholeNumber(text, unit, Long.MIN_VALUE, Long.MAX_VALUE);
      case NUMBER -> number(text, unit);
      case TRUTH -> truth(text);
      case SYMBOL -> symbol(text);
      case TEXTS -> List.of(text.split("\\s*,\\s*"));
    };
  }

  private @Nullable Object wholeNumber(String text, long unit, long least, long most) {
    try {
      long number =
          new BigDecimal(text.strip()).multiply(BigDecimal.valueOf(unit)).longValueExact();
      if (number < least || number > most) {
        return null;
      }
      return type == Type.INT ? (Object) (int) number : (Object) number;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object number(String text, long unit) {
    try {
      double number = Double.parseDouble(text.strip()) * unit;
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default -> null;
    };
  }

  /** What would be right, for a person. */
  public String expected(TimeReader times) {
    return switch (type) {
      case TIME -> "a time as " + times.expected();
      case SYMBOL -> "one of " + String.join(", ", symbols.keySet());
      default -> type.words;
    };
  }
}

package io.aftercare.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the house for a schema: documented, with units, with enum defaults, in our namespace.
 */
@NullMarked
final class SchemaRules {
  static final String NAMESPACE = "io.aftercare.contract";

  private SchemaRules() {}

  /** What breaks the rules, one sentence each; empty if nothing does. */
  static List<String> violations(Schema root) {
    List<String> found = new ArrayList<>();
    named(root).forEach(schema -> judgeType(schema, found));
    fields(root, (owner, field) -> judgeField(owner, field, found));
    return found;
  }

  private static void judgeType(Schema schema, List<String> found) {
    if (blank(schema.getDoc())) {
      found.add(schema.getName() + " has no doc");
    }
    if (!NAMESPACE.equals(schema.getNamespace())) {
      found.add(schema.getName() + " is in namespace " + schema.getNamespace());
    }
    if (schema.getType() == Schema.Type.ENUM && !"UNKNOWN".equals(schema.getEnumDefault())) {
      found.add(schema.getName() + " has not the default symbol UNKNOWN");
    }
  }

  private static void judgeField(Schema owner, Schema.Field field, List<String> found) {
    String name = owner.getName() + "." + field.name();
    if (blank(field.doc())) {
      found.add(name + " has no doc");
    } else if (isTimestamp(field.schema()) && !field.doc().matches("(?s).*\\bUTC, ms\\b.*")) {
      found.add(name + " is a timestamp and its doc does not say 'UTC, ms'");
    } else if (field.name().endsWith("_millis") && !field.doc().matches("(?s).*\\bms\\b.*")) {
      found.add(name + " is a span and its doc does not say 'ms'");
    }
    if (!field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      found.add(name + " is not lower_snake_case");
    }
  }

  private static boolean isTimestamp(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().anyMatch(SchemaRules::isTimestamp)
        : schema.getLogicalType() != null
            && schema.getLogicalType().getName().startsWith("timestamp");
  }

  private static boolean blank(@Nullable String doc) {
    return doc == null || doc.isBlank();
  }

  /** Every field of a schema and of the records inside it. */
  static void fields(Schema root, BiConsumer<Schema, Schema.Field> visitor) {
    for (Schema schema : named(root)) {
      if (schema.getType() == Schema.Type.RECORD) {
        schema.getFields().forEach(field -> visitor.accept(schema, field));
      }
    }
  }

  /** The named types of a schema, itself included. */
  static Set<Schema> named(Schema root) {
    Set<Schema> found = new HashSet<>();
    collect(root, found);
    return found;
  }

  private static void collect(Schema schema, Set<Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.add(schema)) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM, FIXED -> found.add(schema);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      default -> {}
    }
  }
}

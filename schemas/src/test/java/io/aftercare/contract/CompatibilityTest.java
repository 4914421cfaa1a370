package io.aftercare.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backward-transitive: each version reads everything that any older version wrote. */
@NullMarked
class CompatibilityTest {
  private static final String OLD =
      """
      {"type": "record", "name": "R", "fields": [
        {"name": "id", "type": "string"},
        {"name": "n", "type": "int"},
        {"name": "kind", "type": {"type": "enum", "name": "E", "symbols": ["U", "A"], "default": "U"}}
      ]}
      """;

  @Test
  void every_version_reads_all_older_ones() {
    SchemaHistory history = SchemaHistory.published();
    for (Schema current : SchemaHistory.current()) {
      List<Schema> versions = new ArrayList<>(history.versions(current.getName()));
      versions.add(current);
      assertThat(violations(versions)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "an optional field is added | {\"name\": \"id\" | {\"name\": \"x\", \"type\": [\"null\", \"int\"], \"default\": null}, {\"name\": \"id\" | true",
        "an enum symbol is added | [\"U\", \"A\"] | [\"U\", \"A\", \"B\"] | true",
        "an int becomes a long | \"int\" | \"long\" | true",
        "a field is dropped | {\"name\": \"n\", \"type\": \"int\"}, | '' | true",
        "a field without default is added | {\"name\": \"id\" | {\"name\": \"x\", \"type\": \"int\"}, {\"name\": \"id\" | false",
        "a field is renamed | \"name\": \"id\" | \"name\": \"ident\" | false",
        "a type is changed | \"int\" | \"string\" | false",
        "a type is narrowed | \"type\": \"string\" | \"type\": \"int\" | false",
        "a symbol is dropped without a default | '\"symbols\": [\"U\", \"A\"], \"default\": \"U\"' | '\"symbols\": [\"U\"]' | false",
      })
  void a_change_is_judged(String change, String from, String to, boolean readable) {
    Schema old = new Schema.Parser().parse(OLD);
    assertThat(OLD).contains(from);
    Schema changed = new Schema.Parser().parse(OLD.replace(from, to));
    assertThat(violations(List.of(old, changed)).isEmpty()).as(change).isEqualTo(readable);
  }

  @Test
  void a_version_is_judged_against_all_older_ones_and_not_only_the_last() {
    Schema first = new Schema.Parser().parse(OLD);
    Schema second =
        new Schema.Parser().parse(OLD.replace("{\"name\": \"n\", \"type\": \"int\"},", ""));
    Schema third =
        new Schema.Parser()
            .parse(
                OLD.replace(
                    "\"type\": \"int\"", "\"type\": [\"null\", \"string\"], \"default\": null"));
    assertThat(violations(List.of(first, second))).isEmpty();
    assertThat(violations(List.of(second, third))).isEmpty();
    assertThat(violations(List.of(first, second, third)))
        .singleElement()
        .asString()
        .contains("version 3 does not read version 1");
  }

  private static List<String> violations(List<Schema> versions) {
    List<String> found = new ArrayList<>();
    for (int newer = 1; newer < versions.size(); newer++) {
      for (int older = 0; older < newer; older++) {
        var verdict =
            SchemaCompatibility.checkReaderWriterCompatibility(
                versions.get(newer), versions.get(older));
        if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
          found.add(
              "version %d does not read version %d: %s"
                  .formatted(newer + 1, older + 1, verdict.getResult().getIncompatibilities()));
        }
      }
    }
    return found;
  }
}

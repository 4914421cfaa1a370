package io.aftercare.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class SchemaRulesTest {
  private static final String GOOD =
      """
      {"type": "record", "name": "R", "namespace": "io.aftercare.contract", "doc": "A record.",
       "fields": [
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"},
         "doc": "Then, UTC, ms."},
        {"name": "kind", "doc": "Which.", "default": "UNKNOWN", "type":
         {"type": "enum", "name": "E", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN",
          "doc": "An enum."}}]}
      """;

  @Test
  void every_current_schema_keeps_the_rules() {
    for (Schema schema : SchemaHistory.current()) {
      assertThat(SchemaRules.violations(schema)).isEmpty();
    }
  }

  @Test
  void a_good_schema_has_no_violation() {
    assertThat(SchemaRules.violations(new Schema.Parser().parse(GOOD))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A record.                         |              | R has no doc",
        "An enum.                          | ' '          | E has no doc",
        "Which.                            |              | R.kind has no doc",
        "'Then, UTC, ms.'                  | Then.        | R.at is a timestamp and its doc does not say 'UTC, ms'",
        "'\"name\": \"at\"'                | '\"name\": \"atTime\"' | R.atTime is not lower_snake_case",
        "'\"namespace\": \"io.aftercare.contract\"' | '\"namespace\": \"a\"' | R is in namespace a",
        "'\"default\": \"UNKNOWN\",\n    ' | '\"default\": \"A\",' | E has not the default symbol UNKNOWN",
      })
  void a_planted_violation_is_found(String good, String bad, String violation) {
    String planted = GOOD.replace(good, bad == null ? "" : bad);
    if (good.contains("default")) {
      planted = GOOD.replace("\"A\"], \"default\": \"UNKNOWN\"", "\"A\"], \"default\": \"A\"");
    }
    assertThat(SchemaRules.violations(new Schema.Parser().parse(planted))).contains(violation);
  }
}

package io.aftercare.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class PrivacyTest {
  @Test
  void no_published_or_current_schema_has_a_personal_field() {
    for (Schema schema : SchemaHistory.current()) {
      assertThat(PrivacyRule.violations(schema)).isEmpty();
    }
    SchemaHistory history = SchemaHistory.published();
    for (String name : history.names()) {
      history
          .versions(name)
          .forEach(schema -> assertThat(PrivacyRule.violations(schema)).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer_name",
        "name",
        "first_name",
        "lastName",
        "fullname",
        "agentName",
        "nickname",
        "phone",
        "customer_phone",
        "phone_number",
        "mobile",
        "contactPhone2",
        "caller",
        "email",
        "e_mail",
        "customer_email",
        "mail",
        "customeremail",
        "address",
        "service_address",
        "street",
        "zip",
        "postal_code",
        "postcode",
        "gps",
        "lat",
        "birth_date",
        "birthday",
        "dob",
        "age",
        "ssn",
        "passport_no",
        "serial_no",
        "license_plate",
        "description",
        "comment",
        "comments",
        "subject",
        "body",
        "note",
        "note_text",
        "free_text",
        "message",
        "messageText",
        "title",
        "transcript",
        "close_notes",
        "survey_comment",
        "customer",
        "assignee",
        "agent",
        "user",
        "owner",
        "engineer_label"
      })
  void a_planted_personal_field_is_found(String field) {
    assertThat(PrivacyRule.violations(recordWith(field)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Planted." + field + " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "city",
        "outlet",
        "source_system",
        "event_type",
        "region",
        "origin_region",
        "queue",
        "customer_ref",
        "customer_tier",
        "contact_id",
        "agent_ref",
        "asset_ref",
        "category",
        "fault_code",
        "status",
        "missing_fields",
        "from_queue",
        "calendar_id",
        "policy_version"
      })
  void an_innocent_field_is_let_through(String field) {
    assertThat(PrivacyRule.violations(recordWith(field))).isEmpty();
  }

  @Test
  void a_personal_field_is_found_inside_unions_arrays_and_maps() {
    Schema inner = recordWith("phone");
    for (Schema around :
        new Schema[] {
          Schema.createUnion(Schema.create(Schema.Type.NULL), inner),
          Schema.createArray(inner),
          Schema.createMap(inner)
        }) {
      Schema outer =
          SchemaBuilder.record("Outer").fields().name("a").type(around).noDefault().endRecord();
      assertThat(PrivacyRule.violations(outer)).hasSize(1);
    }
  }

  @Test
  void every_exception_names_a_field_that_exists_and_needs_it() {
    Set<String> fields = new HashSet<>();
    for (Schema schema : SchemaHistory.current()) {
      SchemaRules.fields(
          schema, (owner, field) -> fields.add(owner.getName() + "." + field.name()));
    }
    assertThat(fields).containsAll(PrivacyRule.INNOCENT.keySet());
    for (String exception : PrivacyRule.INNOCENT.keySet()) {
      String field = exception.substring(exception.indexOf('.') + 1);
      assertThat(PrivacyRule.violations(recordWith(field))).as(exception).hasSize(1);
    }
  }

  private static Schema recordWith(String field) {
    return SchemaBuilder.record("Planted").fields().requiredString(field).endRecord();
  }
}

package io.aftercare.io.avro;

import static io.aftercare.io.avro.Tickets.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.Priority;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.contract.UndecodableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEventsTest {
  private final JsonEvents<TicketEvent> json = new JsonEvents<>(TicketEvent.class);

  @Test
  void missing_and_null_fields_get_their_defaults() throws UndecodableException {
    TicketEvent event =
        read("\"queue\": null, \"missing_fields\": null, \"priority\": null").event();
    assertThat(event).isEqualTo(Tickets.created());
    assertThat(event.getIsPublic()).isTrue();
    assertThat(event.getMissingFields()).isEmpty();
    assertThat(event.getPriority()).isEqualTo(Priority.UNKNOWN);
  }

  @Test
  void two_events_never_share_a_default_list() throws UndecodableException {
    TicketEvent one = read("\"queue\": \"a\"").event();
    one.getMissingFields().add("serial");
    assertThat(read("\"queue\": \"a\"").event().getMissingFields()).isEmpty();
  }

  @Test
  void every_kind_of_value_arrives() throws UndecodableException {
    TicketEvent event =
        read("""
                "ticket_seq": 9007199254740993, "is_public": false, "survey_score": 4,
                "sentiment": -0.25, "missing_fields": ["serial", "city"], "priority": "p1"\
                """)
            .event();
    assertThat(event.getTicketSeq()).isEqualTo(9007199254740993L);
    assertThat(event.getIsPublic()).isFalse();
    assertThat(event.getSurveyScore()).isEqualTo(4.0);
    assertThat(event.getSentiment()).isEqualTo(-0.25);
    assertThat(event.getMissingFields()).containsExactly("serial", "city");
    assertThat(event.getPriority()).isEqualTo(Priority.P1);
  }

  @Test
  void maps_and_lists_of_numbers_arrive() throws UndecodableException {
    byte[] value =
        utf8(
            """
            {"lineage_id": "l", "lineage_started_at": 0, "job": "j", "name": "n", "kind": "gauge",
             "labels": {"region": "Süd"}, "bucket_bounds": [1, 2.5], "bucket_counts": [3],
             "published_at": 0}\
            """);
    Decoded<MetricRecord> decoded = new JsonEvents<>(MetricRecord.class).decode(value);
    MetricRecord metric = ((Decoded.Event<MetricRecord>) decoded).event();
    assertThat(metric.getLabels()).isEqualTo(Map.of("region", "Süd"));
    assertThat(metric.getBucketBounds()).containsExactly(1.0, 2.5);
    assertThat(metric.getBucketCounts()).containsExactly(3L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-03-01T13:30:00+01:30\"    | 2026-03-01T12:00:00Z",
        "\"2026-03-01T13:00:00+0100\"     | 2026-03-01T12:00:00Z",
        "\"2026-03-01T07:00:00-05\"       | 2026-03-01T12:00:00Z",
        "\"2026-03-01t12:00:00.123999z\"  | 2026-03-01T12:00:00.123Z",
        "\"1969-12-31T23:59:59.9995Z\"    | 1969-12-31T23:59:59.999Z",
        "\"2026-03-01T12:00Z\"            | 2026-03-01T12:00:00Z",
        "1772366400000                    | 2026-03-01T12:00:00Z",
        "-1                               | 1969-12-31T23:59:59.999Z",
      })
  void a_timestamp_is_iso_with_a_zone_or_milliseconds(String found, Instant instant)
      throws UndecodableException {
    assertThat(read("\"due_at\": " + found).event().getDueAt()).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-03-01T12:00:00\"",
        "\"2026-03-01\"",
        "\"2026-02-30T12:00:00Z\"",
        "\"\"",
        "\"2026-03-01T12:00:00+99:00\"",
        "\"1772366400000\"",
        "\"01/03/2026 12:00\"",
        "1.5",
        "1e30",
        "true",
        "[]",
        "99999999999999999999",
        "\"+999999999-01-01T00:00:00Z\""
      })
  void any_other_timestamp_is_refused(String found) {
    assertInvalid("\"due_at\": " + found, "field due_at: found ", "ISO-8601 with a zone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queue          | 5            | the number 5            | a string",
        "queue          | [\"a\"]      | an array                | a string",
        "is_public      | \"yes\"      | the string \"yes\"      | true or false",
        "is_public      | 1            | the number 1            | true or false",
        "ticket_seq     | 1.5          | the number 1.5          | an integer of 64 bits",
        "ticket_seq     | \"7\"        | the string \"7\"        | an integer of 64 bits",
        "ticket_seq     | 9223372036854775808 | the number 9223372036854775808 | an integer of 64",
        "survey_score   | \"good\"     | the string \"good\"     | a number",
        "survey_score   | 1e999        | the number              | a number",
        "priority       | 1            | the number 1            | P1, P2, P3, P4, UNKNOWN",
        "priority       | {}           | an object               | one of",
        "missing_fields | \"city\"     | the string \"city\"     | an array",
      })
  void a_wrong_type_names_field_finding_and_remedy(
      String field, String value, String found, String right) {
    assertInvalid("\"" + field + "\": " + value, "field " + field + ": found " + found, right);
  }

  @Test
  void a_wrong_item_names_its_place_and_a_long_value_is_cut() {
    assertInvalid(
        "\"missing_fields\": [\"a\", 7]", "field missing_fields[1]: found the number 7", "");
    assertThatThrownBy(() -> read("\"is_public\": \"" + "x".repeat(10_000) + "\""))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(150));
  }

  @Test
  void a_missing_required_field_is_refused_by_name() {
    assertThatThrownBy(() -> json.decode(utf8("{\"event_id\": \"e\"}")))
        .hasFieldOrPropertyWithValue("reason", DecodeReason.JSON_FIELD_MISSING)
        .hasMessageStartingWith("field ticket_id: found nothing");
    assertThatThrownBy(() -> json.decode(utf8(Tickets.JSON.replace("\"t1\"", "null"))))
        .hasFieldOrPropertyWithValue("reason", DecodeReason.JSON_FIELD_MISSING)
        .hasMessageStartingWith("field ticket_id: found null");
  }

  @Test
  void unknown_fields_and_symbols_are_kept_out_and_reported() throws UndecodableException {
    var decoded =
        read("\"colour\": {\"a\": 1}, \"status\": \"PONDERING\", \"channel\": \"eMail\", \"x\": 0");
    assertThat(decoded.unknownFields()).containsExactly("colour", "x");
    assertThat(decoded.unknownValues()).containsExactly("status");
    assertThat(decoded.event().getChannel().name()).isEqualTo("EMAIL");
    byte[] odd = utf8(Tickets.JSON.replace("CREATED", "Teleported"));
    var event = (Decoded.Event<TicketEvent>) json.decode(odd);
    assertThat(event.event().getEventType()).isEqualTo(TicketEventType.UNKNOWN);
    assertThat(event.unknownValues()).containsExactly("event_type");
  }

  @Test
  void the_report_of_unknown_fields_is_bounded() throws UndecodableException {
    StringBuilder many = new StringBuilder("\"" + "n".repeat(1_000) + "\": 0");
    for (int i = 0; i < 500; i++) {
      many.append(", \"f").append(i).append("\": 0");
    }
    List<String> reported = read(many.toString()).unknownFields();
    assertThat(reported).hasSize(20);
    assertThat(reported.get(0)).isEqualTo("n".repeat(64));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}}",
        "{} {}",
        "{\"a\": 1, \"a\": 2}",
        "{a: 1}",
        "{\"a\": NaN}",
        "{\"a\": 01}",
        "{'a': 1}",
        "{\"a\": \"\u0001\"}",
        "{} trailing"
      })
  void what_is_not_one_json_object_is_malformed(String text) {
    assertThatThrownBy(() -> json.decode(utf8(text)))
        .isInstanceOf(UndecodableException.class)
        .hasFieldOrPropertyWithValue("reason", DecodeReason.JSON_MALFORMED)
        .hasMessageContaining("line 1, column ");
  }

  @Test
  void deep_nesting_and_bad_utf8_are_malformed() {
    assertThatThrownBy(() -> json.decode(utf8("{\"a\":" + "[".repeat(500_000))))
        .hasFieldOrPropertyWithValue("reason", DecodeReason.JSON_MALFORMED);
    byte[] bad = utf8(Tickets.JSON);
    bad[15] = (byte) 0xFF;
    assertThatThrownBy(() -> json.decode(bad))
        .hasFieldOrPropertyWithValue("reason", DecodeReason.JSON_MALFORMED);
  }

  @Test
  void a_schema_without_a_plain_json_form_is_refused_at_once() {
    Schema twoBranches =
        Schema.createUnion(Schema.create(Schema.Type.INT), Schema.create(Schema.Type.STRING));
    for (Schema schema : List.of(twoBranches, Schema.create(Schema.Type.BYTES))) {
      assertThatThrownBy(() -> JsonValue.of(schema, SpecificData.get()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Decoded.Event<TicketEvent> read(String more) throws UndecodableException {
    String text = Tickets.JSON.substring(0, Tickets.JSON.length() - 1) + ", " + more + "}";
    return (Decoded.Event<TicketEvent>) json.decode(utf8(text));
  }

  private void assertInvalid(String more, String start, String right) {
    assertThatThrownBy(() -> read(more))
        .hasFieldOrPropertyWithValue("reason", DecodeReason.JSON_FIELD_INVALID)
        .hasMessageStartingWith(start)
        .hasMessageContaining(right);
  }
}

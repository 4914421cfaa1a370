package io.aftercare.launcher.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** All text is a code or a pseudonym: nothing can be a name, a number to call or a sentence. */
class PrivacyTest {
  private static final String HASH = "[a-z][0-9a-f]{12}";
  private static final String CODE = "[a-z][a-z0-9_-]{0,31}";
  private static final Map<String, String> SHAPES =
      Map.of(
          "ticket_id", "[CS]D-[0-9]{7,12}",
          "event_id", "[CS]D-[0-9]{7,12}-[0-9]{3}|k-[0-9]{7,12}-[0-9]{3}|s-[0-9]{1,12}",
          "contact_id", "k-[0-9]{7,12}",
          "related_ticket_id", "[CS]D-[0-9]{7,12}",
          "fault_code", "F[0-9]{2}",
          "channel", "VOICE",
          "agent_ref", HASH,
          "assignee_ref", HASH,
          "customer_ref", HASH,
          "asset_ref", HASH);

  @Test
  void every_text_is_a_short_code_or_a_pseudonym() {
    Map<String, Set<String>> texts = new HashMap<>();
    SimulatedStories.play(
        SimulatedStories.settings(2),
        Duration.ofDays(1),
        arrival -> collect(arrival.event(), texts));
    assertThat(texts)
        .containsKeys(
            "region", "queue", "missing_fields", "assignee_ref", "agent_ref", "contact_id");
    texts.forEach(
        (field, values) ->
            assertThat(values)
                .as(field)
                .allMatch(text -> text.matches(SHAPES.getOrDefault(field, CODE))));
    assertThat(texts.get("region")).hasSize(8);
    assertThat(texts.get("queue")).as("3 of tickets in 8 regions, 14 of calls").hasSize(38);
  }

  @Test
  void customers_come_again() {
    Map<String, Set<String>> ticketsOf = new HashMap<>();
    SimulatedStories.playTickets(
        SimulatedStories.settings(2),
        Duration.ofDays(1),
        event ->
            ticketsOf
                .computeIfAbsent(event.getCustomerRef(), ref -> new HashSet<>())
                .add(event.getTicketId()));
    long repeat = ticketsOf.values().stream().filter(tickets -> tickets.size() > 1).count();
    assertThat((double) repeat / ticketsOf.size()).isBetween(0.02, 0.4);
  }

  private static void collect(SpecificRecord event, Map<String, Set<String>> texts) {
    for (Schema.Field field : event.getSchema().getFields()) {
      Object value = event.get(field.pos());
      List<?> values =
          value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
      for (Object each : values) {
        if (each instanceof String text) {
          texts.computeIfAbsent(field.name(), name -> new TreeSet<>()).add(text);
        }
      }
    }
  }
}

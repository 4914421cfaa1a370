package io.aftercare.domain.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.complaint.Incident.Kind;
import io.aftercare.domain.complaint.Incident.Stage;
import io.aftercare.domain.complaint.IncidentChange.What;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  private static final long MINUTE = 60_000;

  private final Incidents incidents = new Incidents(IncidentTerms.standard());

  private static List<What> whats(List<IncidentChange> changes) {
    return changes.stream().map(IncidentChange::what).toList();
  }

  @Test
  void a_region_and_its_categories_that_open_within_an_hour_are_one_incident() {
    IncidentChange first = incidents.opened("north", "billing", 0, 6).get(0);
    assertThat(first.what()).isEqualTo(What.OPENED);
    assertThat(first.incident())
        .isEqualTo(
            new Incident(
                "north/billing@0", Kind.REGION, "north", "billing", 0, 1, 6, 3, Stage.RUNNING));

    List<IncidentChange> joined = incidents.opened("north", "*", 60 * MINUTE, 7);
    assertThat(whats(joined)).containsExactly(What.CHANGED);
    assertThat(joined.get(0).incident().alarms()).isEqualTo(2);
    assertThat(joined.get(0).incident().peak()).isEqualTo(7);

    assertThat(whats(incidents.opened("north", "app", 60 * MINUTE + 1, 6)))
        .containsExactly(What.OPENED);
    assertThat(incidents.incidents()).hasSize(2);
  }

  @Test
  void it_closes_with_its_last_alert() {
    incidents.opened("north", "billing", 0, 6);
    incidents.opened("north", "*", 0, 6);
    assertThat(whats(incidents.closed("north", "billing", MINUTE))).containsExactly(What.CHANGED);
    List<IncidentChange> end = incidents.closed("north", "*", 2 * MINUTE);
    assertThat(whats(end)).containsExactly(What.CLOSED);
    assertThat(end.get(0).at()).isEqualTo(2 * MINUTE);
    assertThat(incidents.incidents()).isEmpty();
    assertThat(incidents.alarms()).isEmpty();
    assertThat(incidents.closed("north", "*", 3 * MINUTE)).isEmpty();
  }

  @Test
  void opening_twice_is_opening_once() {
    incidents.opened("north", "billing", 0, 6);
    assertThat(incidents.opened("north", "billing", MINUTE, 9)).isEmpty();
  }

  @Test
  void containment_is_at_risk_after_90_minutes_and_missed_after_120() {
    incidents.opened("north", "billing", 0, 6);
    assertThat(incidents.nextAt()).isEqualTo(90 * MINUTE);
    assertThat(incidents.advance(90 * MINUTE - 1)).isEmpty();
    List<IncidentChange> risk = incidents.advance(90 * MINUTE);
    assertThat(whats(risk)).containsExactly(What.AT_RISK);
    assertThat(incidents.nextAt()).isEqualTo(120 * MINUTE);
    assertThat(incidents.advance(120 * MINUTE - 1)).isEmpty();
    assertThat(whats(incidents.advance(120 * MINUTE))).containsExactly(What.MISSED);
    assertThat(incidents.nextAt()).isEqualTo(Long.MAX_VALUE);
    assertThat(incidents.advance(999 * MINUTE)).isEmpty();
  }

  @Test
  void both_are_told_with_their_times_when_time_leaps_over_them() {
    incidents.opened("north", "billing", 0, 6);
    incidents.opened("south", "app", 20 * MINUTE, 6);
    List<IncidentChange> changes = incidents.advance(500 * MINUTE);
    assertThat(whats(changes))
        .containsExactly(What.AT_RISK, What.AT_RISK, What.MISSED, What.MISSED);
    assertThat(changes)
        .extracting(IncidentChange::at)
        .containsExactly(90 * MINUTE, 110 * MINUTE, 120 * MINUTE, 140 * MINUTE);
  }

  @Test
  void an_incident_that_closed_in_time_is_never_missed() {
    incidents.opened("north", "billing", 0, 6);
    incidents.closed("north", "billing", 119 * MINUTE);
    assertThat(incidents.advance(500 * MINUTE)).isEmpty();
  }

  @Test
  void a_category_open_in_three_regions_is_a_mass_complaint_until_it_is_not() {
    incidents.opened("north", "billing", 0, 6);
    List<IncidentChange> two = incidents.opened("south", "billing", 200 * MINUTE, 6);
    assertThat(two).extracting(change -> change.incident().tier()).containsExactly(2, 2);

    List<IncidentChange> three = incidents.opened("west", "billing", 300 * MINUTE, 8);
    Incident mass =
        three.stream()
            .filter(change -> change.what() == What.OPENED)
            .map(IncidentChange::incident)
            .filter(incident -> incident.kind() == Kind.MASS_COMPLAINT)
            .findAny()
            .orElseThrow();
    assertThat(mass)
        .isEqualTo(
            new Incident(
                "*/billing@18000000",
                Kind.MASS_COMPLAINT,
                "*",
                "billing",
                300 * MINUTE,
                3,
                8,
                1,
                Stage.RUNNING));
    assertThat(incidents.incidents()).extracting(Incident::tier).containsOnly(1);

    incidents.opened("east", "billing", 301 * MINUTE, 6);
    assertThat(whats(incidents.closed("west", "billing", 310 * MINUTE)))
        .containsExactlyInAnyOrder(What.CLOSED, What.CHANGED);
    List<IncidentChange> end = incidents.closed("north", "billing", 320 * MINUTE);
    assertThat(end)
        .filteredOn(change -> change.incident().kind() == Kind.MASS_COMPLAINT)
        .extracting(IncidentChange::what)
        .containsExactly(What.CLOSED);
    assertThat(incidents.incidents()).extracting(Incident::tier).containsOnly(1);
  }

  @Test
  void three_totals_are_no_mass_complaint() {
    incidents.opened("north", "*", 0, 6);
    incidents.opened("south", "*", 0, 6);
    assertThat(incidents.opened("west", "*", 0, 6))
        .extracting(change -> change.incident().tier())
        .containsExactly(3);
  }

  @Test
  void a_score_of_ten_makes_it_tier_two() {
    incidents.opened("north", "billing", 0, 9.99);
    assertThat(incidents.scored("north", "billing", MINUTE, 9)).isEmpty();
    List<IncidentChange> graver = incidents.scored("north", "billing", MINUTE, 10);
    assertThat(whats(graver)).containsExactly(What.CHANGED);
    assertThat(graver.get(0).incident().tier()).isEqualTo(2);
  }

  @Test
  void what_was_kept_goes_on() {
    incidents.opened("north", "billing", 0, 6);
    incidents.opened("south", "billing", 0, 6);
    incidents.advance(90 * MINUTE);
    Incidents restored =
        Incidents.of(IncidentTerms.standard(), incidents.alarms(), incidents.incidents());
    assertThat(restored.opened("west", "billing", 100 * MINUTE, 6))
        .isEqualTo(incidents.opened("west", "billing", 100 * MINUTE, 6))
        .isNotEmpty();
    assertThat(restored.advance(220 * MINUTE)).isEqualTo(incidents.advance(220 * MINUTE));
    assertThat(restored.incidents()).isEqualTo(incidents.incidents());
  }
}

package io.aftercare.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.measure.Identities.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each identity, balanced by hand, and off by one on each of its terms. */
class IdentitiesTest {
  private final Map<Series, Total> totals = new HashMap<>();

  @Test
  void eventsReadAreAppliedDuplicateRejectedOrDropped() {
    put(Measure.EVENTS_READ, 10, "tickets");
    put(Measure.EVENTS, 6, "tickets", "applied");
    put(Measure.EVENTS, 2, "tickets", "duplicate");
    put(Measure.EVENTS, 1, "tickets", "rejected");
    put(Measure.EVENTS, 1, "tickets", "late_dropped");
    balancedAndSensitive("events", "");
  }

  @Test
  void clocksOpenedAreSettledOrRunningWhateverTheRegion() {
    put(Measure.SLA_CLOCKS_OPENED, 9, "north", "due", "active");
    put(Measure.SLA_CLOCKS_OPENED_RETRACTED, 1, "north", "due", "active");
    put(Measure.SLA_VERDICTS, 4, "north", "due", "p1", "met", "active");
    put(Measure.SLA_VERDICTS, 3, "south", "due", "p1", "breached", "active");
    put(Measure.SLA_VERDICTS_RETRACTED, 1, "south", "due", "breached", "active");
    put(Measure.SLA_OPEN_CLOCKS, 1, "south", "due", "p1", "running");
    put(Measure.SLA_OPEN_CLOCKS, 1, "north", "due", "p1", "paused");
    balancedAndSensitive("clocks", "");
    put(Measure.SLA_OPEN_CLOCKS, 5, "south", "due", "p1", "overdue");
    assertThat(imbalance("clocks", "")).isZero();
  }

  @Test
  void shadowsAreWeighedApartAndInAllTheirSlotsTogether() {
    put(Measure.SLA_CLOCKS_OPENED, 6, "north", "resolution", "strict");
    put(Measure.SLA_CLOCKS_OPENED, 3, "north", "resolution", "lax");
    put(Measure.SLA_CLOCKS_OPENED_RETRACTED, 1, "north", "resolution", "lax");
    put(Measure.SLA_VERDICTS, 4, "south", "resolution", "p1", "breached", "strict");
    put(Measure.SLA_VERDICTS_RETRACTED, 1, "south", "resolution", "breached", "strict");
    put(Measure.SLA_SHADOW_CLOCKS, 3, "south", "resolution", "strict");
    put(Measure.SLA_SHADOW_CLOCKS, 2, "south", "resolution", "lax");
    balancedAndSensitive("shadow_clocks", "");
    assertThat(imbalance("clocks", "")).isZero();
  }

  @Test
  void theBacklogIsWhatCameInAndDidNotLeave() {
    put(Measure.TICKETS_CREATED, 20, "north", "web");
    put(Measure.TICKETS_CREATED_RETRACTED, 2, "north", "web");
    put(Measure.TICKETS_REOPENED, 3, "north", "p1");
    put(Measure.TICKETS_REOPENED_RETRACTED, 1, "north", "p1");
    put(Measure.TICKETS_TRANSFERRED, 4, "north", "in");
    put(Measure.TICKETS_TRANSFERRED, 6, "north", "out");
    put(Measure.TICKETS_TRANSFERRED_RETRACTED, 1, "north", "in");
    put(Measure.TICKETS_TRANSFERRED_RETRACTED, 2, "north", "out");
    put(Measure.TICKETS_RESOLVED, 9, "north", "p1");
    put(Measure.TICKETS_RESOLVED_RETRACTED, 1, "north", "p1");
    put(Measure.TICKETS_CANCELLED, 3, "north", "spam");
    put(Measure.TICKETS_CANCELLED_RETRACTED, 1, "north", "spam");
    put(Measure.BACKLOG_TICKETS, 9, "north", "p1", "new");
    balancedAndSensitive("backlog", "north");
  }

  @Test
  void whatTicketsSpentInStagesIsWhatTheyLivedWhereverItIsBooked() {
    put(Measure.STAGE_TIME_SECONDS, 7_000, "north", "intake");
    put(Measure.STAGE_TIME_SECONDS, 5_000, "south", "work");
    put(Measure.STAGE_TIME_SECONDS_RETRACTED, 3_000, "south", "work");
    put(Measure.TICKET_LIFE_SECONDS, 10_500, "south");
    put(Measure.TICKET_LIFE_SECONDS_RETRACTED, 1_500, "north");
    balancedAndSensitive("time", "");
  }

  private void balancedAndSensitive(String name, String region) {
    assertThat(imbalance(name, region)).isZero();
    for (Series term : List.copyOf(totals.keySet())) {
      Total right = totals.getOrDefault(term, new Total(0, List.of()));
      totals.put(term, new Total(right.value() + 1, List.of()));
      assertThat(imbalance(name, region)).as("one more of " + term).isNotZero();
      totals.put(term, right);
    }
  }

  private long imbalance(String name, String region) {
    return Identities.imbalances("tickets", totals)
        .getOrDefault(new Identity(name, region), Long.MIN_VALUE);
  }

  private void put(Measure measure, long value, String... labels) {
    totals.put(new Series(measure, List.of(labels)), new Total(value, List.of()));
  }
}

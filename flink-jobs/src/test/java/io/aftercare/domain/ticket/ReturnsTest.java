package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.ServiceType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which repairs are returns, told in days. */
class ReturnsTest {
  private static final long DAY = 24 * HOUR;
  private static final long DEVICE = 77;

  @Test
  void aRepairWithinThirtyDaysAfterAnotherWasResolvedIsAReturn() {
    assertThat(returns(repair("a", 0, 2), repair("b", 32))).containsExactly("b");
    assertThat(returns(repair("a", 0, 2), repair("b", 2))).containsExactly("b");
    Repair tooLate = new Repair(DEVICE, "b", "north", TEN + 32 * DAY + 1, List.of());
    assertThat(returns(repair("a", 0, 2), tooLate)).isEmpty();
  }

  @Test
  void aRepairThatBeganBeforeTheOtherWasResolvedIsNone() {
    Repair tooEarly = new Repair(DEVICE, "b", "north", TEN + 2 * DAY - 1, List.of());
    assertThat(returns(repair("a", 0, 2), tooEarly)).isEmpty();
    assertThat(returns(repair("a", 0), repair("b", 9))).as("never resolved").isEmpty();
  }

  @Test
  void itsOwnResolutionMakesNoneAndEachResolutionOfAnotherDoes() {
    assertThat(returns(repair("a", 5, 5))).isEmpty();
    assertThat(returns(repair("a", 0, 1, 20), repair("b", 40))).containsExactly("b");
    assertThat(returns(repair("a", 0, 1), repair("b", 5, 6), repair("c", 7)))
        .containsExactly("b", "c");
  }

  @Test
  void aCreationIsLookedAtFor31DaysAndAResolutionRememberedAsLongAsItMatters() {
    List<Repair> both = List.of(repair("a", 0, 2), repair("b", 32));
    assertThat(Returns.among(both, TEN + 63 * DAY - 1)).containsOnlyKeys("b");
    assertThat(Returns.among(both, TEN + 63 * DAY)).isEmpty();
    assertThat(Returns.forgetAt(repair("a", 0, 2))).isEqualTo(TEN + 63 * DAY);
    assertThat(Returns.forgetAt(repair("a", 0))).isEqualTo(TEN + 31 * DAY);
  }

  @Test
  void aRepairIsWhatIsKnownOfTheTicketNow() {
    TicketEvent created = Events.created(TEN).now();
    TicketEvent classified =
        Events.event(EventType.CLASSIFIED, TEN + HOUR)
            .service(ServiceType.REPAIR)
            .in("south")
            .asset(DEVICE)
            .now();
    TicketEvent solved = Events.event(EventType.RESOLVED, TEN + 2 * HOUR).now();
    assertThat(Repair.of(ticket(created))).isNull();
    assertThat(Repair.of(ticket(created, classified)))
        .isEqualTo(new Repair(DEVICE, "T-1", "north", TEN, List.of()));
    assertThat(Repair.of(ticket(created, classified, solved)))
        .isEqualTo(new Repair(DEVICE, "T-1", "north", TEN, List.of(TEN + 2 * HOUR)));
    TicketEvent merged = Events.event(EventType.MERGED, TEN + 3 * HOUR).now();
    assertThat(Repair.of(ticket(created, classified, merged))).as("nobody served it").isNull();
    TicketEvent install =
        Events.event(EventType.UPDATED, TEN + 3 * HOUR).service(ServiceType.INSTALLATION).now();
    assertThat(Repair.of(ticket(created, classified, install))).isNull();
  }

  private static Ticket ticket(TicketEvent... events) {
    return new TicketLife(Promised.shipped()).fold(List.of(events), Long.MIN_VALUE);
  }

  private static Iterable<String> returns(Repair... repairs) {
    return Returns.among(List.of(repairs), TEN).keySet();
  }

  private static Repair repair(String ticket, long created, long... resolved) {
    return new Repair(
        DEVICE,
        ticket,
        "north",
        TEN + created * DAY,
        java.util.Arrays.stream(resolved).map(day -> TEN + day * DAY).boxed().toList());
  }
}

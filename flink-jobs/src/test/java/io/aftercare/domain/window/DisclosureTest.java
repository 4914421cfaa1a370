package io.aftercare.domain.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which cells of an hour are told apart, decided by hand. */
class DisclosureTest {
  private final Map<String, HourCell> cells = new LinkedHashMap<>();

  @Test
  void cellsOfFiveCustomersAreTold() {
    given("p1", 1, 5);
    given("p2", 11, 9);
    assertThat(told()).isEqualTo("{p1=5, p2=9}");
  }

  @Test
  void whatIsTooSmallTakesTheSmallestOtherWithIt() {
    given("p1", 1, 2);
    given("p2", 11, 9);
    given("p3", 31, 6);
    given("p4", 51, 7);
    assertThat(told()).isEqualTo("{other=8, p2=9, p4=7}");
  }

  @Test
  void twoThatAreSmallAreEnoughIfTheyAreFiveTogether() {
    given("p1", 1, 2);
    given("p2", 11, 9);
    given("p3", 31, 3);
    assertThat(told()).isEqualTo("{other=5, p2=9}");
  }

  @Test
  void twoThatAreSmallTogetherTakeAThirdWithThem() {
    given("p1", 1, 2);
    given("p2", 11, 9);
    given("p3", 31, 2);
    given("p4", 51, 6);
    assertThat(told()).isEqualTo("{other=10, p2=9}");
  }

  @Test
  void oneCustomerOfTwoCellsIsOne() {
    given("p1", 1, 3);
    given("p2", 1, 3);
    given("p3", 31, 6);
    given("p4", 51, 7);
    assertThat(told()).isEqualTo("{other=12, p4=7}");
  }

  @Test
  void whereNothingElseIsOtherIsAllThereIs() {
    given("p1", 1, 2);
    assertThat(told()).isEqualTo("{other=2}");
    given("p2", 11, 9);
    assertThat(told()).isEqualTo("{other=11}");
  }

  @Test
  void manyContributionsOfOneCustomerAreStillOneCustomer() {
    for (int i = 0; i < 20; i++) {
      given("p1", 1, 1);
    }
    given("p2", 11, 9);
    assertThat(told()).isEqualTo("{other=29}");
  }

  @Test
  void ofEmptyCellsNothingIsTold() {
    assertThat(told()).isEqualTo("{}");
    given("p1", 1, 6);
    given("p2", 11, 1);
    takenBack("p2", 11);
    assertThat(told()).isEqualTo("{p1=6}");
  }

  @Test
  void aRareKindIsHiddenInALargeCellToo() {
    given("p1", 1, 10);
    given("p2", 11, 9);
    given("p3", 31, 8);
    given(What.CANCELLED, "p1", 1, 1);
    given(What.CANCELLED, "p2", 11, 6);
    given(What.CANCELLED, "p3", 31, 7);
    assertThat(told()).isEqualTo("{p1=10, p2=9, p3=8}");
    assertThat(told(What.CANCELLED)).isEqualTo("{other=7, p3=7}");
  }

  @Test
  void aKindOfWhichThereIsLittleInAllIsInNoNamedCell() {
    given("p1", 1, 10);
    given("p2", 11, 9);
    given(What.REOPENED, "p2", 11, 2);
    given(What.REOPENED, "p1", 1, 2);
    assertThat(told(What.REOPENED)).isEqualTo("{other=4}");
  }

  @Test
  void ofAnSlaBothSidesAreToldOrNone() {
    met("p1", 1, 8);
    breached("p1", 1, 1);
    met("p2", 11, 6);
    met("p3", 31, 7);
    breached("p3", 31, 5);
    met("p4", 51, 9);
    // p3 goes with p1 that two cells of breached are hidden; of met these two are enough.
    assertThat(verdicts()).isEqualTo("{other=15/6, p2=6/0, p4=9/0}");
  }

  @Test
  void anSlaWithoutBreachesIsTold() {
    met("p1", 1, 5);
    met("p2", 11, 6);
    breached("p2", 11, 5);
    assertThat(verdicts()).isEqualTo("{p1=5/0, p2=6/5}");
  }

  @Test
  void aPromiseTellsNoMoreThanTheReplyThatKeepsIt() {
    given(What.FIRST_RESPONSE, "p1", 1, 9);
    given(What.FIRST_RESPONSE, "p2", 11, 2);
    given(What.FIRST_RESPONSE, "p3", 31, 6);
    given(What.FIRST_RESPONSE, "p4", 51, 9);
    met("p1", 1, 9);
    met("p2", 11, 2);
    met("p3", 31, 6);
    met("p4", 51, 9);
    breached("p1", 1, 1);
    assertThat(told(What.FIRST_RESPONSE)).isEqualTo("{other=8, p1=9, p4=9}");
    // With p3 told here, p2 were 8 less p3 there.
    assertThat(verdicts()).isEqualTo("{other=17/1, p4=9/0}");
  }

  @Test
  void howLongThingsTookAndHowManyEventsThereWereIsNotTold() {
    for (long customer = 1; customer < 10; customer++) {
      for (What what : List.of(What.RESOLVED, What.EVENT)) {
        take("p1", new Contribution(0, "north", "p1", "live", customer, what, "", 77, 1));
      }
    }
    Figures told = new Disclosure(5).of(cells).getOrDefault("p1", new Figures());
    assertThat(told.count(What.RESOLVED)).isEqualTo(9);
    assertThat(told.count(What.EVENT)).isZero();
    assertThat(told.resolution()).isEqualTo(new Sketch());
  }

  @Test
  void anHourThatBeganBeforeKindsWereNotedIsAllOther() {
    given("p1", 1, 5);
    given("p2", 11, 9);
    HourCell old = Objects.requireNonNull(cells.get("p2"));
    cells.put("p2", HourCell.untold(old.figures()));
    given("p2", 11, 9);
    assertThat(told()).isEqualTo("{other=23}");
  }

  @Test
  void customersAreNeverOvercounted() {
    Customers few = new Customers();
    Customers noted = new Customers();
    for (long customer = 0; customer < 200; customer++) {
      noted.note(customer, 1);
    }
    few = few.plus(noted);
    assertThat(few.size()).isEqualTo(Customers.MOST);
    Customers back = new Customers();
    for (long customer = 0; customer < 200; customer++) {
      back.note(customer, -1);
    }
    assertThat(few.plus(back).size()).isZero();
    assertThat(few.size()).isEqualTo(Customers.MOST); // what was handed on is not changed
  }

  @Test
  void aSmallestCellThatCannotBeCountedIsRefused() {
    assertThatThrownBy(() -> new Disclosure(0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Disclosure(65)).hasMessageContaining("1 to 64");
  }

  private void given(String cell, long firstCustomer, int customers) {
    given(What.CREATED, cell, firstCustomer, customers);
  }

  private void given(What what, String cell, long firstCustomer, int customers) {
    given(what, "", cell, firstCustomer, customers);
  }

  private void met(String cell, long firstCustomer, int customers) {
    given(What.SLA_MET, "triage", cell, firstCustomer, customers);
  }

  private void breached(String cell, long firstCustomer, int customers) {
    given(What.SLA_BREACHED, "triage", cell, firstCustomer, customers);
  }

  private void given(What what, String sla, String cell, long firstCustomer, int customers) {
    for (long i = 0; i < customers; i++) {
      take(cell, new Contribution(0, "north", cell, "live", firstCustomer + i, what, sla, 0, 1));
    }
  }

  private void takenBack(String cell, long customer) {
    take(cell, Parts.created("north", cell, customer, 0).back());
  }

  private void take(String cell, Contribution c) {
    PanePart part = Parts.of(c);
    HourCell before = cells.getOrDefault(cell, HourCell.EMPTY);
    cells.put(cell, before.plus(part.figures(), part.customers()));
  }

  private String told() {
    return told(What.CREATED);
  }

  private String told(What what) {
    Map<String, Long> told = new TreeMap<>();
    new Disclosure(5).of(cells).forEach((cell, f) -> told.put(cell, f.count(what)));
    told.values().removeIf(count -> count == 0);
    return told.toString();
  }

  private String verdicts() {
    Map<String, String> told = new TreeMap<>();
    new Disclosure(5)
        .of(cells)
        .forEach(
            (cell, f) -> {
              long met = f.met().getOrDefault("triage", 0L);
              long breached = f.breached().getOrDefault("triage", 0L);
              if (met + breached != 0) {
                told.put(cell, met + "/" + breached);
              }
            });
    return told.toString();
  }
}

package io.aftercare.domain.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
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
  void customersAreNeverOvercounted() {
    Customers few = new Customers();
    Customers noted = new Customers();
    for (long customer = 0; customer < 200; customer++) {
      noted.note(customer, 1);
    }
    few.take(noted);
    assertThat(few.size()).isEqualTo(Customers.MOST);
    Customers back = new Customers();
    for (long customer = 0; customer < 200; customer++) {
      back.note(customer, -1);
    }
    few.take(back);
    assertThat(few.size()).isZero();
  }

  @Test
  void aSmallestCellThatCannotBeCountedIsRefused() {
    assertThatThrownBy(() -> new Disclosure(0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Disclosure(65)).hasMessageContaining("1 to 64");
  }

  private void given(String cell, long firstCustomer, int customers) {
    for (long i = 0; i < customers; i++) {
      take(cell, Parts.created("north", cell, firstCustomer + i, 0));
    }
  }

  private void takenBack(String cell, long customer) {
    take(cell, Parts.created("north", cell, customer, 0).back());
  }

  private void take(String cell, Contribution c) {
    PanePart part = Parts.of(c);
    HourCell before = cells.getOrDefault(cell, new HourCell(new Figures(), new Customers()));
    cells.put(cell, before.plus(part.figures(), part.customers()));
  }

  private String told() {
    Map<String, Long> told = new TreeMap<>();
    new Disclosure(5).of(cells).forEach((cell, f) -> told.put(cell, f.count(What.CREATED)));
    return told.toString();
  }
}

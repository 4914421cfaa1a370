package io.aftercare.flow;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.ticket.Repair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The node that counts returns: orders of arrival, taking back, forgetting, its bound. */
class CountReturnsTest {
  private static final long DAY = 24 * HOUR;

  private KeyedOneInputStreamOperatorTestHarness<Long, Repair, Delta> returns = harness();

  @AfterEach
  void close() throws Exception {
    returns.close();
  }

  @Test
  void aReturnIsCountedWhicheverIsHeardOfFirst() throws Exception {
    take(repair("a", 0, 2), repair("b", 10));
    assertThat(net()).containsOnly(Map.entry("north", 1L));
    restart();
    take(repair("b", 10), repair("a", 0), repair("a", 0, 2));
    assertThat(net()).containsOnly(Map.entry("north", 1L));
  }

  @Test
  void whatIsNoReturnAfterAllIsTakenBack() throws Exception {
    take(repair("a", 0, 2), repair("b", 10), repair("a", 0));
    assertThat(net()).isEmpty();
    assertThat(returns.extractOutputValues())
        .extracting(Delta::measure)
        .containsExactly(Measure.RETURN_REPAIRS, Measure.RETURN_REPAIRS_RETRACTED);
    take(repair("a", 0, 2), repair("b", 10).withdrawn());
    assertThat(net()).isEmpty();
  }

  @Test
  void aReturnThatProvesToHaveBegunElsewhereMoves() throws Exception {
    take(repair("a", 0, 2), repair("b", 10));
    take(new Repair(1, "b", "south", TEN + 10 * DAY, List.of()));
    assertThat(net()).containsOnly(Map.entry("south", 1L));
  }

  @Test
  void devicesAreApart() throws Exception {
    take(repair("a", 0, 2), new Repair(2, "b", "north", TEN + 10 * DAY, List.of()));
    assertThat(net()).isEmpty();
  }

  @Test
  void whatHasNoSayAnyMoreIsForgottenAndWhatWasCountedStands() throws Exception {
    take(repair("a", 0, 2), repair("b", 10));
    returns.processWatermark(TEN + 41 * DAY);
    take(repair("b", 10).withdrawn());
    assertThat(net()).containsOnly(Map.entry("north", 1L));

    returns.processWatermark(TEN + 63 * DAY - 1);
    assertThat(returns.numKeyedStateEntries()).isEqualTo(1);
    returns.processWatermark(TEN + 63 * DAY);
    assertThat(returns.numKeyedStateEntries()).isZero();
    assertThat(returns.numEventTimeTimers()).isZero();
  }

  @Test
  void aRepairThatIsResolvedLongAfterItBeganIsNotCountedTwice() throws Exception {
    take(repair("a", 0, 9), repair("b", 10));
    returns.processWatermark(TEN + 42 * DAY);
    take(repair("b", 10, 42));
    assertThat(net()).containsOnly(Map.entry("north", 1L));
    take(repair("c", 50));
    assertThat(net()).containsOnly(Map.entry("north", 2L));
  }

  @Test
  void ofADeviceThatIsNoneAHundredTicketsAreRemembered() throws Exception {
    for (int day = 0; day < 150; day++) {
      take(repair("t" + day, 0));
    }
    assertThat(returns.numKeyedStateEntries()).isEqualTo(1); // one map
    assertThat(remembered()).isEqualTo(CountReturns.MOST);
  }

  /** Twenty repairs of one device that come, change and go in any order; counted by hand below. */
  @Test
  void theNetIsWhatTheLastWordOfEachTicketGives() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      restart();
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Repair> last = new HashMap<>();
      for (int i = 0; i < 40; i++) {
        Repair repair = random(random);
        last.put(repair.ticketId(), repair);
        take(repair);
      }
      assertThat(net()).as("seed %d", seed).isEqualTo(byHand(last));
    }
  }

  private static Repair random(SplittableRandom random) {
    int ticket = random.nextInt(12);
    String region = random.nextBoolean() ? "north" : "south";
    int created = random.nextInt(60);
    List<Long> resolved = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      resolved.add(TEN + (created + random.nextInt(20)) * DAY);
    }
    Repair repair = new Repair(1, "t" + ticket, region, TEN + created * DAY, resolved);
    return random.nextInt(6) == 0 ? repair.withdrawn() : repair;
  }

  private static Map<String, Long> byHand(Map<String, Repair> last) {
    Map<String, Long> counted = new HashMap<>();
    for (Repair later : last.values()) {
      boolean returned = false;
      for (Repair earlier : last.values()) {
        for (long resolved : earlier.resolvedAt()) {
          long days = Math.floorDiv(later.createdAt() - resolved, DAY);
          returned |= !earlier.ticketId().equals(later.ticketId()) && days >= 0 && days <= 30;
        }
      }
      if (returned && later.stands()) {
        counted.merge(later.region(), 1L, Long::sum);
      }
    }
    return counted;
  }

  private static Repair repair(String ticket, long created, long... resolved) {
    List<Long> instants = new ArrayList<>();
    for (long day : resolved) {
      instants.add(TEN + day * DAY);
    }
    return new Repair(1, ticket, "north", TEN + created * DAY, instants);
  }

  private void take(Repair... repairs) throws Exception {
    for (Repair repair : repairs) {
      returns.processElement(repair, 0);
    }
  }

  /** By region, less what was taken back; without those at 0. */
  private Map<String, Long> net() {
    Map<String, Long> net = new HashMap<>();
    for (Delta delta : returns.extractOutputValues()) {
      long amount = delta.measure() == Measure.RETURN_REPAIRS ? delta.amount() : -delta.amount();
      net.merge(delta.labels().get(0), amount, Long::sum);
    }
    net.values().removeIf(n -> n == 0);
    return net;
  }

  /** Found by what each would make of a repair that it is remembered for. */
  private int remembered() throws Exception {
    int before = returns.extractOutputValues().size();
    take(repair("t0", 0, 0));
    return returns.extractOutputValues().size() - before + 1;
  }

  private void restart() throws Exception {
    returns.close();
    returns = harness();
  }

  private static KeyedOneInputStreamOperatorTestHarness<Long, Repair, Delta> harness() {
    try {
      var harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(new CountReturns()), Repair::asset, Types.LONG);
      harness.open();
      return harness;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

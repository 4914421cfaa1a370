package io.aftercare.domain.ticket;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who takes in whom, since when and with which start. */
class FamiliesTest {
  private final Known known = new Known();

  /** The last that was told of each (survivor, child). */
  private final Map<String, String> told = new TreeMap<>();

  @Test
  void theSurvivorIsToldWhenTheMergedTicketBegan() {
    take(merge("A", "B", 5, 1));

    assertThat(told).containsExactly(Map.entry("B takes A", "at 5 since 1"));
  }

  @Test
  void aChainOfMergesReachesTheLastSurvivorWhenTheLaterMergeHappened() {
    take(merge("A", "B", 5, 1));
    take(merge("B", "C", 7, 2));

    assertThat(told)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "B takes A", "at 5 since 1",
                "C takes A", "at 7 since 1",
                "C takes B", "at 7 since 2"));
  }

  @Test
  void aMergeIntoATicketThatIsGoneGoesOnToItsSurvivor() {
    take(merge("B", "C", 5, 2));
    take(merge("A", "B", 7, 1));

    assertThat(told).containsEntry("C takes A", "at 7 since 1");
  }

  @Test
  void aCircleOfMergesEndsAndNobodyTakesInItself() {
    take(merge("A", "B", 5, 1));
    take(merge("B", "C", 6, 2));
    take(merge("C", "A", 7, 3));

    assertThat(told)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "B takes A", "at 5 since 1",
                "C takes A", "at 6 since 1",
                "C takes B", "at 6 since 2",
                "A takes B", "at 7 since 2",
                "A takes C", "at 7 since 3",
                "B takes C", "at 7 since 3"));
  }

  @Test
  void aCreationThatIsHeardOfLaterIsToldThroughTheWholeChain() {
    take(unheardOf("A", "B", 5));
    take(merge("B", "C", 7, 2));
    assertThat(told).containsEntry("C takes A", "at 7 since never");

    take(merge("A", "B", 5, 1));

    assertThat(told)
        .containsEntry("B takes A", "at 5 since 1")
        .containsEntry("C takes A", "at 7 since 1");
  }

  @Test
  void aMergeThatWentElsewhereAfterAllIsTakenBack() {
    take(merge("A", "B", 5, 1));
    take(merge("B", "C", 7, 2));

    take(merge("A", "D", 5, 1));

    assertThat(told)
        .containsEntry("D takes A", "at 5 since 1")
        .containsEntry("B takes A", "at 5 since never")
        .containsEntry("C takes A", "at 7 since never")
        .containsEntry("C takes B", "at 7 since 2");
  }

  @Test
  void theOrderInWhichMergesAreHeardOfChangesNothing() {
    List<MergeFact> merges =
        List.of(
            merge("A", "B", 5, 1),
            merge("B", "C", 7, 2),
            merge("D", "B", 6, 3),
            merge("C", "E", 9, 4),
            merge("E", "D", 10, 5),
            merge("F", "C", 4, 0));
    merges.forEach(this::take);
    Map<String, String> expected = Map.copyOf(told);
    for (int seed = 0; seed < 200; seed++) {
      List<MergeFact> order = new ArrayList<>(merges);
      Collections.shuffle(order, new Random(seed));
      FamiliesTest other = new FamiliesTest();
      order.forEach(other::take);
      assertThat(other.told).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private void take(MergeFact fact) {
    for (TicketEvent event : new Families(known).take(fact)) {
      assertThat(event.type()).isEqualTo(EventType.ABSORBED);
      String start =
          event.earlierStart() == Clock.NEVER
              ? "never"
              : Long.toString((event.earlierStart() - TEN) / HOUR);
      told.put(
          event.ticketId() + " takes " + event.relatedTicketId(),
          "at " + (event.occurredAt() - TEN) / HOUR + " since " + start);
    }
  }

  private static MergeFact merge(String child, String survivor, int at, int start) {
    return new MergeFact(
        child, "merge-" + child, survivor, TEN + at * HOUR, TEN + start * HOUR, true);
  }

  private static MergeFact unheardOf(String child, String survivor, int at) {
    return new MergeFact(child, "merge-" + child, survivor, TEN + at * HOUR, Clock.NEVER, false);
  }

  private static final class Known implements Families.Merged {
    private final Map<String, List<MergeFact>> into = new HashMap<>();

    @Override
    public List<MergeFact> into(String child) {
      return into.getOrDefault(child, List.of());
    }

    @Override
    public List<String> children(String survivor) {
      return into.values().stream()
          .flatMap(List::stream)
          .filter(merge -> merge.survivor().equals(survivor))
          .map(MergeFact::child)
          .distinct()
          .toList();
    }

    @Override
    public void put(MergeFact fact) {
      List<MergeFact> merges = new ArrayList<>(into(fact.child()));
      merges.removeIf(merge -> merge.eventId().equals(fact.eventId()));
      merges.add(fact);
      into.put(fact.child(), merges);
    }
  }
}

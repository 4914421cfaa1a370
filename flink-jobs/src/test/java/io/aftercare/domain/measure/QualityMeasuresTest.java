package io.aftercare.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.ticket.BookingChange;
import io.aftercare.domain.ticket.Bookings;
import io.aftercare.domain.ticket.Events;
import io.aftercare.domain.ticket.Finding;
import io.aftercare.domain.ticket.FindingKind;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketDiff;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityMeasuresTest {
  private static final Ticket TICKET =
      new TicketLife(Promised.shipped())
          .fold(List.of(Events.created(Events.TEN).now()), Long.MIN_VALUE);

  @Test
  void whatComesIsCountedAndWhatIsGoneIsCountedInTheTwin() {
    assertThat(
            deltas(
                List.of(finding(FindingKind.LOOP_OPEN, "south")),
                List.of(finding(FindingKind.LOOP_CLOSED, "north"))))
        .containsExactly(
            Delta.one(Measure.CLOSED_LOOP_VERDICTS_RETRACTED, "south", "open"),
            Delta.one(Measure.CLOSED_LOOP_VERDICTS, "north", "closed"));
  }

  @Test
  void aSatisfactionIsAlsoAScoreInMillionths() {
    Finding answer = new Finding(FindingKind.SATISFIED, Events.TEN, "north", 85_50);
    assertThat(deltas(List.of(), List.of(answer)))
        .containsExactly(
            Delta.one(Measure.SATISFACTION_RESPONSES, "north", "satisfied"),
            Delta.of(Measure.SATISFACTION_SCORE, 855_000, "north"));
    assertThat(deltas(List.of(answer), List.of()))
        .containsExactly(
            Delta.one(Measure.SATISFACTION_RESPONSES_RETRACTED, "north", "satisfied"),
            Delta.of(Measure.SATISFACTION_SCORE_RETRACTED, 855_000, "north"));
  }

  @Test
  void aRegionThatNobodyStatedIsUnknown() {
    assertThat(deltas(List.of(), List.of(finding(FindingKind.PROMOTER, null))))
        .containsExactly(Delta.one(Measure.NPS_RESPONSES, "unknown", "promoter"));
  }

  @Test
  void everyKindHasASeriesOfItsOwnAndATwin() {
    Set<Series> series = new HashSet<>();
    for (FindingKind kind : FindingKind.values()) {
      Finding finding = finding(kind, "north");
      Delta counted = deltas(List.of(), List.of(finding)).get(0);
      Delta retracted = deltas(List.of(finding), List.of()).get(0);
      series.add(new Series(counted.measure(), counted.labels()));
      assertThat(retracted.measure().name()).isEqualTo(counted.measure().name() + "_RETRACTED");
      assertThat(retracted.labels()).isEqualTo(counted.labels());
    }
    assertThat(series).hasSameSizeAs(FindingKind.values());
  }

  private static Finding finding(FindingKind kind, @Nullable String region) {
    return new Finding(kind, Events.TEN, region, 0);
  }

  private static List<Delta> deltas(List<Finding> gone, List<Finding> come) {
    List<Delta> out = new ArrayList<>();
    BookingChange change =
        new BookingChange(new Bookings(List.of(), gone), new Bookings(List.of(), come), 0);
    QualityMeasures.of(TicketDiff.between(TICKET, TICKET, change), out::add);
    return out;
  }
}

package io.aftercare.io.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.TicketEvent;
import io.aftercare.domain.ticket.Details;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketDetailsTest {
  @Test
  void whatSaysNothingHasNoDetails() {
    assertThat(TicketDetails.of(event())).isSameAs(Details.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    // answer, lowest, highest, hundredths of 0 to 100 by hand, whether 0 to 10
    "9, 0, 10, 9000, true",
    "0, 0, 10, 0, true",
    "10, 0, 10, 10000, true",
    "4, 1, 5, 7500, false",
    "5, 1, 10, 4444, false",
    "85.5, 0, 100, 8550, false",
    "0, -1, 1, 5000, false",
    "9, 0, 10.5, 8571, false"
  })
  void anAnswerIsPlacedOnAScaleFrom0To100(
      double answer, double min, double max, int hundredths, boolean tenPoint) {
    assertThat(TicketDetails.of(survey(answer, min, max)))
        .returns(hundredths, Details::score)
        .returns(tenPoint, Details::tenPoint);
  }

  @Test
  void anAnswerThatNobodyCanPlaceIsNone() {
    for (TicketEvent event :
        List.of(
            survey(11, 0, 10),
            survey(-0.1, 0, 10),
            survey(5, 10, 0),
            survey(5, 5, 5),
            survey(Double.NaN, 0, 10),
            survey(5, Double.NaN, 10),
            survey(5, 0, Double.POSITIVE_INFINITY),
            survey(5.0, null, 10.0),
            survey(5.0, 0.0, null),
            survey(null, 0.0, 10.0))) {
      assertThat(TicketDetails.of(event).score()).as("%s", event).isEqualTo(Details.NO_SCORE);
      assertThat(TicketDetails.of(event).tenPoint()).isFalse();
    }
  }

  @Test
  void missingFieldsAreCountedAndNotKept() {
    TicketEvent event = event();
    event.setMissingFields(List.of("model", "serial_number"));
    assertThat(TicketDetails.of(event)).isEqualTo(new Details(0, 0, Details.NO_SCORE, false, 2));
  }

  @Test
  void pseudonymsAreHashedAndNobodyIs0() {
    TicketEvent event = event();
    event.setCustomerRef("c0123456789ab");
    event.setAssetRef("");
    assertThat(TicketDetails.of(event))
        .returns(TicketDetails.hash("c0123456789ab"), Details::customer)
        .returns(0L, Details::asset);
    assertThat(TicketDetails.hash(null)).isZero();
  }

  /** FNV-1a of "a" is af63dc4c8601ec8c by its authors' table; here folded once more. */
  @Test
  void theHashIsTheSameForEver() {
    assertThat(TicketDetails.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL ^ 0xaf63dc4cL);
  }

  @Test
  void pseudonymsHardlyCollide() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      hashes.add(TicketDetails.hash("c%012x".formatted(i)));
    }
    assertThat(hashes).hasSize(200_000);
  }

  private static TicketEvent survey(
      @Nullable Double answer, @Nullable Double min, @Nullable Double max) {
    TicketEvent event = event();
    event.setSurveyScore(answer);
    event.setSurveyMin(min);
    event.setSurveyMax(max);
    return event;
  }

  private static TicketEvent survey(double answer, double min, double max) {
    return survey(Double.valueOf(answer), Double.valueOf(min), Double.valueOf(max));
  }

  private static TicketEvent event() {
    TicketEvent event = Tickets.created();
    event.setCustomerRef(null);
    event.setAssetRef(null);
    event.setSurveyScore(null);
    event.setMissingFields(List.of());
    return event;
  }
}

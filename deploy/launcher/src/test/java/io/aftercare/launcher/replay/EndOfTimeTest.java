package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndOfTimeTest {
  private static final Instant LAST = Instant.parse("2016-02-29T12:00:00Z");

  @Test
  void timeEndsAtTheLastEventUnlessAskedOtherwise() {
    Instant asked = Instant.parse("2015-04-01T04:00:00Z");
    assertThat(EndOfTime.of(null, LAST)).isEqualTo(LAST);
    assertThat(EndOfTime.of(asked, LAST)).isEqualTo(asked);
    assertThat(EndOfTime.of(null, null)).isEqualTo(Instant.EPOCH);
    assertThat(EndOfTime.of(asked, null)).isEqualTo(asked);
  }

  @Test
  void fiveYearsAfterTheLastEventIsTheLatest() {
    Instant latest = Instant.parse("2021-02-28T12:00:00Z");
    assertThat(EndOfTime.of(latest, LAST)).isEqualTo(latest);
    assertThatThrownBy(() -> EndOfTime.of(latest.plusMillis(1), LAST))
        .isInstanceOf(ReplayError.class)
        .hasMessageContaining("more than five years after the last event, 2016-02-29T12:00:00Z")
        .hasMessageContaining("choose 2021-02-28T12:00:00Z or earlier");
    assertThatThrownBy(() -> EndOfTime.of(Instant.parse("9999-12-31T23:59:59Z"), LAST))
        .hasMessageContaining("--as-of 9999-12-31T23:59:59Z");
  }
}

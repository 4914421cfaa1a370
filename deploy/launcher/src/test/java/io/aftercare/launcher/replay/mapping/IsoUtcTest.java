package io.aftercare.launcher.replay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The short way reads what the formatter reads, and leaves to it whatever has another form. */
class IsoUtcTest {
  @Test
  void anyInstantIsReadAsItIsWritten() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      Instant instant = Instant.ofEpochSecond(random.nextLong(253_402_300_800L));
      assertThat(IsoUtc.read(instant.toString())).isEqualTo(instant);
    }
  }

  @Test
  void aTimeThatThereIsNotIsNone() {
    for (String text : List.of("2015-02-29T00:00:00Z", "2015-01-15T24:00:00Z")) {
      assertThatThrownBy(() -> IsoUtc.read(text)).isInstanceOf(DateTimeException.class);
    }
  }

  @Test
  void otherFormsAreLeftToTheFormatter() {
    for (String text :
        List.of(
            "",
            "2015-01-15",
            "2015-01-15T17:41:48",
            "2015-01-15 17:41:48Z",
            "2015-01-15T1x:41:48Z")) {
      assertThat(IsoUtc.read(text)).isNull();
    }
  }
}

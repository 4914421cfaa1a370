package io.aftercare.launcher.replay.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.mapping.TimeReader.TimeFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

  @ParameterizedTest
  @CsvSource({
    "2015-01-15T05:41:48Z, 2015-01-15T05:41:48Z",
    "2015-01-15 05:41:48.1239Z, 2015-01-15T05:41:48.123Z",
    "2015-01-15T05:41:48+01:00, 2015-01-15T04:41:48Z",
    "2015-01-15T05:41-0530, 2015-01-15T11:11:00Z",
    "2015-01-15T05:41:48, 2015-01-15T10:41:48Z",
    // 01:30 stands twice on the day the clocks go back: the earlier, still in daylight time.
    "2015-11-01T01:30:00, 2015-11-01T05:30:00Z",
    // 02:30 does not stand at all on the day they go forward: one hour on.
    "2015-03-08T02:30:00, 2015-03-08T07:30:00Z",
  })
  void isoTimesAreReadInTheZone(String text, Instant expected) {
    assertThat(reader("iso").read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2015-02-30T00:00:00Z", "2015-01-15", "1969-12-31T23:59:59Z"})
  void whatIsNoTimeIsNotGuessed(String text) {
    assertThat(reader("iso").read(text)).isNull();
  }

  @Test
  void epochsAreReadAsNamed() {
    assertThat(reader("epoch_seconds").read("1421343708.5"))
        .isEqualTo(Instant.parse("2015-01-15T17:41:48.500Z"));
    assertThat(reader("epoch_millis").read("1421343708500"))
        .isEqualTo(Instant.parse("2015-01-15T17:41:48.500Z"));
  }

  @Test
  void formatsAreTriedInOrderAndTheErrorShowsThem() {
    TimeReader reader = reader("dd.MM.uuuu HH:mm", "iso");

    assertThat(reader.read("15.01.2015 12:00")).isEqualTo(Instant.parse("2015-01-15T17:00:00Z"));
    assertThat(reader.read("2015-01-15T17:00:00Z"))
        .isEqualTo(Instant.parse("2015-01-15T17:00:00Z"));
    assertThat(reader.expected())
        .isEqualTo("15.01.2015 17:41 (dd.MM.uuuu HH:mm) or 2015-01-15T17:41:48Z (iso)");
  }

  private static TimeReader reader(String... formats) {
    List<TimeFormat> all = Stream.of(formats).map(TimeFormat::of).toList();
    return new TimeReader(ZoneId.of("America/New_York"), all);
  }
}

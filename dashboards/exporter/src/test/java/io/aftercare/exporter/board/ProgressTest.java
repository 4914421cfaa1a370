package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.CATCHING_UP;
import static io.aftercare.contract.metric.MetricCatalogue.WATERMARK_TIMESTAMP;
import static io.aftercare.exporter.ledger.Say.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far the jobs are, by two streams: the least, as the rule aftercare:event_time_seconds. */
class ProgressTest {
  private final Given given = new Given();

  private void reached(String stream, Instant eventTime, Instant published) {
    given.gaugeAt(published, WATERMARK_TIMESTAMP, eventTime.toEpochMilli() / 1000.0, stream);
  }

  private Progress progress() {
    return Progress.of(given.metrics);
  }

  @Test
  void eventTimeIsTheLeastOfBothStreamsWhicheverIsBehind() {
    reached("tickets", at("09:00"), at("09:01"));
    reached("calls", at("08:58"), at("09:01"));
    assertThat(progress().eventTime()).isEqualTo(at("08:58"));
    reached("calls", at("09:02"), at("09:02"));
    assertThat(progress().eventTime()).isEqualTo(at("09:00"));
  }

  @Test
  void aStreamThatGoesOnDoesNotMakeTheOneThatStandsLookFresh() {
    reached("tickets", at("09:00"), at("09:01"));
    reached("calls", at("09:00"), at("09:01"));
    for (int minute = 2; minute < 10; minute++) {
      reached("calls", at("09:0" + minute), at("09:0" + minute));
    }
    assertThat(progress().movedAt()).isEqualTo(at("09:01"));
    assertThat(progress().eventTime()).isEqualTo(at("09:00"));
    reached("tickets", at("09:09"), at("09:10"));
    assertThat(progress().movedAt()).isEqualTo(at("09:09"));
  }

  @Test
  void theStreamThatIsAheadMayBeTheOneThatStands() {
    reached("tickets", at("09:00"), at("08:00"));
    reached("calls", at("08:30"), at("09:00"));
    assertThat(progress().eventTime()).isEqualTo(at("08:30"));
    assertThat(progress().movedAt()).isEqualTo(at("08:00"));
  }

  @Test
  void aStreamThatHasNoTimeYetHoldsNothingUp() {
    reached("tickets", at("09:00"), at("09:01"));
    given.gaugeAt(at("07:00"), WATERMARK_TIMESTAMP, -9.2e15, "calls");
    assertThat(progress().eventTime()).isEqualTo(at("09:00"));
    assertThat(progress().movedAt()).isEqualTo(at("09:01"));
  }

  @Test
  void eitherStreamCanCatchUp() {
    given.gauge(CATCHING_UP, 0, "tickets");
    assertThat(progress().catchingUp()).isFalse();
    given.gauge(CATCHING_UP, 1, "calls");
    assertThat(progress().catchingUp()).isTrue();
  }
}

package io.aftercare.exporter.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReaderStatusTest {
  private final AtomicLong nanos = new AtomicLong(7);
  private final ReaderStatus status = new ReaderStatus("topic", nanos::get);

  @Test
  void isFreshUntilItWasCutOffForTwoMinutesAndAgainOnceItReads() {
    status.caughtUp();
    status.trouble("no broker answers");
    pass(Duration.ofSeconds(119));
    status.trouble("no broker answers");
    assertThat(status.isFresh()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(status.isFresh()).isFalse();
    assertThat(status.describe()).startsWith("cut off: ").endsWith("no broker answers");
    assertThat(status.isReady()).as("what it read it still has").isTrue();
    status.lag(0);
    assertThat(status.isFresh()).isTrue();
  }

  @Test
  void isNotFreshBeforeTheFirstReading() {
    assertThat(status.isFresh()).isFalse();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}

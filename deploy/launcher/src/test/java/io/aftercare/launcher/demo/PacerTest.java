package io.aftercare.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PacerTest {
  private final Instant now = Clock.systemUTC().instant();
  private final Instant start = now.minus(Duration.ofDays(3));
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  @Test
  void historyGoesAtOnceAndTheRestNotBeforeItsTime() {
    List<Arrival> arrivals =
        List.of(
            arrival("T1", start.minusSeconds(3_600)),
            arrival("T2", start),
            arrival("T3", start.plus(Duration.ofHours(1))));
    try (Pacer pacer = pacer(arrivals)) {
      pacer.start();
      await().until(() -> producer.history().size() >= 2);
      assertThat(producer.history()).extracting(PacerTest::ticket).containsExactly("T1", "T2");
    }
  }

  @Test
  void aRecordCarriesItsKeyItsBytesAndItsSimulatedArrival() {
    try (Pacer pacer = pacer(List.of(arrival("T1", start)))) {
      pacer.start();
      await().until(() -> !producer.history().isEmpty());
    }
    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo("tickets");
    assertThat(sent.timestamp()).isEqualTo(start.toEpochMilli());
    assertThat(sent.value()).containsExactly(1, 2, 3);
  }

  @Test
  void eachGoesToItsOwnTopic() {
    List<Arrival> arrivals =
        List.of(arrival("T1", start), new Arrival(start, "calls", "K1", new byte[] {4}));
    try (Pacer pacer = pacer(arrivals)) {
      pacer.start();
      await().until(() -> producer.history().size() == 2);
    }
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly("tickets", "calls");
  }

  @Test
  void simulatedTimeRunsSoManyTimesAsFast() {
    List<Arrival> everyMinute =
        IntStream.range(0, 5).mapToObj(i -> arrival("T" + i, start.plusSeconds(60L * i))).toList();
    try (Pacer pacer =
        new Pacer(
            everyMinute.iterator(),
            new SimulatedClock(start, Clock.systemUTC().instant(), 600),
            producer,
            Clock.systemUTC())) {
      Instant began = Clock.systemUTC().instant();
      pacer.start();
      await().until(() -> producer.history().size() == 5);
      // 4 simulated minutes at 600 times the speed are 0.4 s.
      assertThat(Duration.between(began, Clock.systemUTC().instant()))
          .isBetween(Duration.ofMillis(390), Duration.ofSeconds(5));
    }
  }

  @Test
  void whatTheBrokerRefusesEndsTheDemoWithTheReason() {
    producer.sendException = new RecordTooLargeException("3 MB");
    try (Pacer pacer = pacer(List.of(arrival("T1", start)))) {
      pacer.start();
      await()
          .untilAsserted(
              () -> assertThatThrownBy(pacer::requireRunning).hasMessageContaining("3 MB"));
    }
  }

  private Pacer pacer(List<Arrival> arrivals) {
    SimulatedClock pace = new SimulatedClock(start, now, 60);
    return new Pacer(arrivals.iterator(), pace, producer, Clock.systemUTC());
  }

  private static Arrival arrival(String ticket, Instant at) {
    return new Arrival(at, "tickets", ticket, new byte[] {1, 2, 3});
  }

  private static String ticket(ProducerRecord<byte[], byte[]> sent) {
    return new String(sent.key(), StandardCharsets.UTF_8);
  }
}

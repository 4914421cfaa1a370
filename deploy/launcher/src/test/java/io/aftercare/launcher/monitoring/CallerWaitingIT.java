package io.aftercare.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Topics;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.demo.Pacer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/**
 * Two callers wait, and nothing else is ever heard of: the longest wait keeps counting up, on a
 * real Prometheus, in live time, and whoever is on call is told when it passes two minutes.
 */
class CallerWaitingIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String ALERT = "CallerWaitingTooLong";
  private static final String REGION = "north";
  private static final String QUEUE = "line";
  private static final String LONGEST =
      "region_queue:aftercare_call_longest_wait_seconds:max{region=\"north\",queue=\"line\"}";
  private static final double TOO_LONG_SECONDS = 120;

  /** The first is past a minute already, so that the test need not take two. */
  private static final Duration HEAD_START = Duration.ofSeconds(75);

  @Test
  void theLongestWaitCountsUpWithoutEventsUntilSomebodyIsTold() throws Exception {
    try (WatchedHouse house =
            new WatchedHouse(
                TopicPlan.live(2),
                UnaryOperator.identity(),
                List.of(REGION),
                Duration.ofSeconds(1));
        Producer<byte[], byte[]> producer = Pacer.producer(house.kafka())) {
      Instant entered = Instant.now().minus(HEAD_START).truncatedTo(ChronoUnit.MILLIS);
      send(producer, "first", CallEventType.QUEUE_ENTERED, entered);
      send(producer, "second", CallEventType.QUEUE_ENTERED, entered.plusSeconds(30));

      double before = countsUp(house);
      await("the page").until(() -> !house.notifications().of(ALERT, REGION).isEmpty());
      NotificationLog.Received page = house.notifications().of(ALERT, REGION).get(0);
      assertThat(page.alert().label("severity")).isEqualTo("page");
      assertThat(page.alert().label("queue")).isEqualTo(QUEUE);
      assertThat(Duration.between(entered, page.at()).toMillis())
          .isGreaterThan(Math.round(TOO_LONG_SECONDS * 1000));
      double then = longest(house);
      assertThat(then).isGreaterThan(TOO_LONG_SECONDS).isGreaterThan(before);

      Instant answered = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      send(producer, "first", CallEventType.ANSWERED, answered);
      await("the second is the longest").until(() -> longest(house) < then - 20);
      send(producer, "second", CallEventType.ANSWERED, answered);
      await("nobody waits").until(() -> longest(house) == 0);
      String start = "aftercare_call_longest_wait_start_timestamp_seconds";
      await("nobody's wait begins").until(() -> house.prometheus().value(start).isEmpty());
    }
  }

  /** Sees it grow, twice; nothing is sent meanwhile. */
  private static double countsUp(WatchedHouse house) {
    await("a wait").until(() -> longest(house) > 0);
    double first = longest(house);
    await("a longer wait").until(() -> longest(house) >= first + 3);
    double second = longest(house);
    await("a still longer wait").until(() -> longest(house) >= second + 3);
    assertThat(house.prometheus().value("sum(aftercare_calls_waiting)")).hasValue(2);
    return second;
  }

  private static double longest(WatchedHouse house) throws RuntimeException {
    return house.prometheus().value(LONGEST).orElse(-1);
  }

  private static void send(
      Producer<byte[], byte[]> producer, String contact, CallEventType type, Instant at)
      throws Exception {
    CallEvent event =
        CallEvent.newBuilder()
            .setEventId(type.name())
            .setEventType(type)
            .setContactId(contact)
            .setOccurredAt(at)
            .setRegion(REGION)
            .setQueue(QUEUE)
            .build();
    byte[] value = new SingleObject<>(CallEvent.class).encode(event);
    byte[] key = contact.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(Topics.CALL_EVENTS, key, value)).get(30, TimeUnit.SECONDS);
  }

  private static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(250));
  }
}

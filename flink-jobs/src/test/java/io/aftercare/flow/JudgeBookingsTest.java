package io.aftercare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.BirthChange;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Identities;
import io.aftercare.domain.measure.Identities.Identity;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Events;
import io.aftercare.domain.ticket.Piece;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.RandomLife;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/**
 * What the judge says of many tickets in any order, of some events twice, of calls and merges with
 * other news, and through restarts: the bookings that stand are those of the events that stand.
 */
class JudgeBookingsTest {
  private static final int TICKETS = 60;
  private static final Rulebook RULES = Promised.withShadow();
  private static final long RETENTION = 30 * 24 * Events.HOUR;

  private final Map<Series, Total> totals = new HashMap<>();
  private final Map<BirthChange, Long> births = new HashMap<>();
  private final Map<String, Map<String, TicketEvent>> standing = new LinkedHashMap<>();

  @Test
  void whatWasBookedAndStandsIsWhatTheHistoriesGive() throws Exception {
    for (int seed = 0; seed < 12; seed++) {
      totals.clear();
      births.clear();
      standing.clear();
      run(seed);
      theTimeIsThatOfTheirPieces();
      everyTicketIsInOneStageAndOpenOnesAreBorn();
      assertThat(Identities.imbalances("tickets", totals))
          .containsEntry(new Identity("time", ""), 0L);
      assertThat(sum(Measure.STAGE_TIME_SECONDS_RETRACTED)).isPositive();
    }
  }

  private void run(long seed) throws Exception {
    List<TicketEvent> sent = new ArrayList<>();
    for (int i = 0; i < TICKETS; i++) {
      List<TicketEvent> life = RandomLife.of("T-" + i, new SplittableRandom(seed * TICKETS + i));
      sent.addAll(life);
      sent.addAll(life.subList(0, life.size() / 3));
      for (TicketEvent event : life) {
        if (event.made()) {
          sent.add(elsewhen(event));
        }
      }
    }
    Collections.shuffle(sent, new Random(seed));
    JudgeHarness judge = new JudgeHarness(RULES, RETENTION, Long.MAX_VALUE);
    judge.open();
    for (int i = 0; i < sent.size(); i++) {
      arrive(sent.get(i), judge);
      if (i % 100 == 99) {
        OperatorSubtaskState state = judge.snapshot(i, 0);
        hear(judge);
        judge.close();
        judge = new JudgeHarness(RULES, RETENTION, Long.MAX_VALUE);
        judge.initializeState(state);
        judge.open();
      }
    }
    hear(judge);
    judge.close();
  }

  /** What is told of a call or a merge replaces what was told before under its id. */
  private static TicketEvent elsewhen(TicketEvent event) {
    return Events.event(event.type(), event.occurredAt() + Events.HOUR / 2)
        .of(event.ticketId())
        .by(event.actor())
        .in("east")
        .now()
        .named(event.eventId(), event.ticketId());
  }

  private void arrive(TicketEvent event, JudgeHarness judge) throws Exception {
    Map<String, TicketEvent> kept =
        standing.computeIfAbsent(event.ticketId(), id -> new LinkedHashMap<>());
    if (event.made()) {
      kept.put(event.eventId(), event);
    } else {
      kept.putIfAbsent(event.eventId(), event);
    }
    judge.processElement(new Arrival<>(event, "in", 0, 0, Long.MIN_VALUE), event.occurredAt());
  }

  private void hear(JudgeHarness judge) {
    for (Delta delta : judge.extractOutputValues()) {
      totals.merge(
          new Series(delta.measure(), delta.labels()),
          new Total(delta.amount(), List.of()),
          Total::plus);
    }
    var said = judge.getSideOutput(TicketOutputs.BIRTHS);
    if (said != null) {
      said.forEach(
          each -> births.merge(each.getValue().times(0), each.getValue().more(), Long::sum));
    }
  }

  private void theTimeIsThatOfTheirPieces() {
    Map<List<String>, Long> expected = new HashMap<>();
    for (Map<String, TicketEvent> events : standing.values()) {
      if (opens(events)) {
        TicketLife life = new TicketLife(RULES);
        for (Piece piece : life.tell(events.values(), Long.MIN_VALUE).booked().pieces()) {
          String region = piece.region() == null ? "unknown" : piece.region();
          expected.merge(
              List.of(region, piece.stage().label()), piece.until() - piece.from(), Long::sum);
        }
      }
    }
    Map<List<String>, Long> net = new HashMap<>();
    totals.forEach(
        (series, total) -> {
          if (series.measure() == Measure.STAGE_TIME_SECONDS) {
            net.merge(series.labels(), total.value(), Long::sum);
          } else if (series.measure() == Measure.STAGE_TIME_SECONDS_RETRACTED) {
            net.merge(series.labels(), -total.value(), Long::sum);
          }
        });
    net.values().removeIf(millis -> millis == 0);
    assertThat(net).isEqualTo(expected);
  }

  private void everyTicketIsInOneStageAndOpenOnesAreBorn() {
    assertThat(sum(Measure.TICKETS_IN_STAGE))
        .isEqualTo(standing.values().stream().filter(JudgeBookingsTest::opens).count());
    assertThat(births.values()).allMatch(open -> open >= 0);
    assertThat(births.values().stream().mapToLong(open -> open).sum())
        .isEqualTo(sum(Measure.BACKLOG_TICKETS))
        .isEqualTo(sum(Measure.BACKLOG_SERVICE_TICKETS))
        .isPositive();
  }

  private static boolean opens(Map<String, TicketEvent> events) {
    return events.values().stream()
        .anyMatch(e -> e.type() != EventType.ABSORBED && e.type() != EventType.CALLED);
  }

  private long sum(Measure measure) {
    return totals.entrySet().stream()
        .filter(each -> each.getKey().measure() == measure)
        .mapToLong(each -> each.getValue().value())
        .sum();
  }
}

package io.aftercare.exporter.ledger;

import static io.aftercare.contract.ClockVerdict.BREACHED;
import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.opened;
import static io.aftercare.exporter.ledger.Say.said;
import static io.aftercare.exporter.ledger.Say.settled;
import static io.aftercare.exporter.ledger.Say.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.Verdict;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Logs of tickets: whole or not, said again, begun anew, bounded. */
class TicketLogsTest {
  private final TicketLogs logs = new TicketLogs();

  private void say(Verdict.Builder... records) {
    for (Verdict.Builder each : records) {
      Verdict verdict = each.build();
      logs.takeVerdict(verdict.getTicketId(), said(verdict, at("09:00")));
    }
  }

  private void created(String ticket) {
    logs.takeMilestone(ticket, said(step(ticket, MilestoneKind.CREATED, 1, "08:00").build()));
  }

  private List<Long> revisions(String ticket) {
    return logs.of(ticket).verdicts().stream().map(SaidRecord::revision).toList();
  }

  @Test
  void aLogFromItsFirstRecordOnIsComplete() {
    assertThat(logs.of("a")).isEqualTo(TicketLog.NOTHING_SEEN);
    say(opened("a", "due", 1), settled("a", "due", 2, MET, at("09:00")));
    assertThat(logs.of("a").complete()).as("no milestone yet").isFalse();
    created("a");
    assertThat(logs.of("a").complete()).isTrue();
  }

  @Test
  void aLogWithoutItsBeginOrWithAGapIsNot() {
    say(opened("a", "due", 2), opened("b", "due", 1), opened("b", "triage", 3));
    created("a");
    created("b");
    assertThat(logs.of("a").complete()).isFalse();
    assertThat(logs.of("b").complete()).isFalse();
  }

  @Test
  void whatIsSaidAgainAfterAFailureTakesThePlaceOfWhatWasSaid() {
    say(
        opened("a", "due", 1),
        opened("a", "triage", 2),
        settled("a", "due", 3, BREACHED, at("09:00")),
        opened("a", "triage", 2),
        settled("a", "due", 3, MET, at("09:00")));
    assertThat(revisions("a")).containsExactly(1L, 2L, 3L);
    created("a");
    TicketHistory history = TicketHistory.of(logs.of("a"));
    assertThat(history.clocks()).extracting(each -> each.row().getVerdict()).contains(MET);
    assertThat(history.complete()).isTrue();
  }

  @Test
  void aJobThatBeginsOnEmptyStateBeginsTheLogAnew() {
    say(opened("a", "due", 1), opened("a", "triage", 2), opened("a", "due", 1));
    assertThat(revisions("a")).containsExactly(1L);
  }

  @Test
  void theTicketThatWasSilentLongestGoesFirst() {
    TicketLogs few = new TicketLogs(2, Long.MAX_VALUE);
    for (String ticket : List.of("a", "b", "a", "c")) {
      few.takeVerdict(ticket, said(opened(ticket, "due", 1).build(), at("08:00")));
    }
    assertThat(few.of("a").isEmpty()).isFalse();
    assertThat(few.of("b").isEmpty()).isTrue();
    assertThat(few.of("c").isEmpty()).isFalse();
  }

  @Test
  void theBytesAreBoundedToo() {
    SaidRecord record = said(opened("a", "due", 1).build(), at("08:00"));
    TicketLogs small = new TicketLogs(1_000, 3L * record.size());
    for (int i = 0; i < 10; i++) {
      small.takeVerdict("t" + i, record);
      small.takeVerdict("t" + i, record); // takes its own place
    }
    for (int i = 0; i < 10; i++) {
      assertThat(small.of("t" + i).isEmpty()).as("t" + i).isEqualTo(i < 7);
    }
  }

  @Test
  void whatWasHeardSinceGoesOnWhereTheOtherLogEnds() {
    say(opened("a", "due", 2), opened("a", "triage", 3));
    TicketLog held = logs.of("a");
    assertThat(held.orMore(TicketLog.NOTHING_SEEN)).isEqualTo(held);
    assertThat(TicketLog.NOTHING_SEEN.orMore(held)).isEqualTo(held);
    TicketLog whole = upTo(2, "09:00");
    assertThat(held.orMore(whole).verdicts())
        .extracting(SaidRecord::revision)
        .containsExactly(1L, 2L, 3L);
    assertThat(held.orMore(whole).complete()).isTrue();
    assertThat(held.orMore(whole.cutShort()).complete()).isFalse();
  }

  @Test
  void betweenTwoLogsRecordsMayBeMissing() {
    say(opened("a", "due", 4));
    TicketLog both = logs.of("a").orMore(upTo(2, "08:00"));
    assertThat(both.verdicts()).extracting(SaidRecord::revision).containsExactly(1L, 2L, 4L);
    assertThat(both.complete()).isFalse();
  }

  @Test
  void whatTheOtherLogHasAlreadyTakesNothingFromIt() {
    say(opened("a", "due", 2));
    TicketLog found = upTo(3, "09:00");
    assertThat(logs.of("a").orMore(found)).isEqualTo(found);
  }

  @Test
  void aLogBegunAnewTakesThePlaceOfWhatWasFound() {
    say(opened("a", "due", 1));
    assertThat(logs.of("a").orMore(upTo(3, "08:00")).verdicts()).isEqualTo(logs.of("a").verdicts());
  }

  private static TicketLog upTo(long revision, String time) {
    List<SaidRecord> records =
        LongStream.rangeClosed(1, revision)
            .mapToObj(each -> said(opened("a", "due", each).build(), at(time)))
            .toList();
    return new TicketLog(records, List.of(), true);
  }

  @Test
  void anEmptyLogIsWholeWhenItIsAllThereIs() {
    created("a");
    assertThat(logs.of("a").complete()).isFalse();
    assertThat(logs.of("a").allThereIs().complete()).isTrue();
    assertThat(TicketLog.NOTHING_SEEN.allThereIs().complete()).isFalse();
    say(opened("b", "due", 2));
    assertThat(logs.of("b").allThereIs().complete()).isFalse();
    assertThat(logs.of("a").allThereIs().cutShort().complete()).isFalse();
  }
}

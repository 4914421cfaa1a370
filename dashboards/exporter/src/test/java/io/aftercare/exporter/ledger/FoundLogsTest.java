package io.aftercare.exporter.ledger;

import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.opened;
import static io.aftercare.exporter.ledger.Say.said;
import static io.aftercare.exporter.ledger.Say.settled;
import static io.aftercare.exporter.ledger.Say.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.MilestoneKind;
import io.aftercare.exporter.board.Given;
import io.aftercare.exporter.ledger.TicketSearch.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The topics are searched once a minute for a ticket, whoever asks how often; news shows. */
class FoundLogsTest {
  private static final TicketLog FOUND =
      new TicketLog(
          List.of(said(opened("a", "due", 1).build(), at("08:00"))),
          List.of(said(step("a", MilestoneKind.CREATED, 1, "08:00").build())),
          true);

  private final Given.SetClock clock = new Given().wall;
  private final TicketLogs held = new TicketLogs();
  private final List<String> searched = new ArrayList<>();
  private TicketLog there = FOUND;
  private @Nullable Unavailable refusal;
  private final FoundLogs logs = new FoundLogs(held, this::search, clock);

  private TicketLog search(String ticketId) throws Unavailable {
    searched.add(ticketId);
    if (refusal != null) {
      throw refusal;
    }
    return there;
  }

  private void pass(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  @Test
  void theTopicsAreSearchedOnceAMinute() throws Exception {
    for (int i = 0; i < 12; i++) {
      assertThat(logs.find("a")).isEqualTo(FOUND);
      pass(Duration.ofSeconds(5));
    }
    assertThat(searched).containsExactly("a");
    logs.find("a");
    assertThat(searched).containsExactly("a", "a");
  }

  @Test
  void whatIsNotThereIsRememberedToo() throws Exception {
    there = TicketLog.NOTHING_SEEN;
    assertThat(logs.find("a").isEmpty()).isTrue();
    assertThat(logs.find("a").isEmpty()).isTrue();
    assertThat(searched).containsExactly("a");
  }

  @Test
  void newsShowsAtOnce() throws Exception {
    logs.find("a");
    held.takeVerdict("a", said(settled("a", "due", 2, MET, at("09:00")).build(), at("09:00")));
    TicketLog log = logs.find("a");
    assertThat(log.verdicts()).extracting(SaidRecord::revision).containsExactly(1L, 2L);
    assertThat(log.complete()).isTrue();
    assertThat(searched).containsExactly("a");
  }

  @Test
  void aTicketThatWasNotThereShowsOnceItIs() throws Exception {
    there = TicketLog.NOTHING_SEEN;
    logs.find("a");
    held.takeVerdict("a", said(opened("a", "due", 1).build(), at("09:00")));
    assertThat(logs.find("a").verdicts()).hasSize(1);
    assertThat(searched).containsExactly("a");
  }

  @Test
  void whatIsHeldWholeIsNotSearchedFor() throws Exception {
    held.takeVerdict("a", FOUND.verdicts().get(0));
    held.takeMilestone("a", FOUND.milestones().get(0));
    assertThat(logs.find("a").complete()).isTrue();
    assertThat(searched).isEmpty();
  }

  @Test
  void aRefusedSearchAnswersWhatIsHeld() throws Exception {
    held.takeVerdict("a", said(opened("a", "due", 7).build(), at("09:00")));
    for (Unavailable each :
        List.of(
            Unavailable.busy("two already"),
            Unavailable.unreachable("no broker"),
            Unavailable.cutShort("may be there"))) {
      refusal = each;
      assertThat(logs.find("a").verdicts()).hasSize(1);
      assertThat(logs.find("a").complete()).isFalse();
    }
  }

  @Test
  void aRefusalIsAskedAgainAndNotFoundInTimeIsRemembered() {
    refusal = Unavailable.busy("two already");
    assertThatThrownBy(() -> logs.find("a")).isSameAs(refusal);
    assertThatThrownBy(() -> logs.find("a")).isSameAs(refusal);
    assertThat(searched).hasSize(2);
    refusal = Unavailable.cutShort("may be there");
    assertThatThrownBy(() -> logs.find("a")).isSameAs(refusal);
    assertThatThrownBy(() -> logs.find("a")).isSameAs(refusal);
    assertThat(searched).hasSize(3);
  }

  @Test
  void theOldestAnswerIsForgottenFirst() throws Exception {
    for (int i = 0; i <= FoundLogs.MOST; i++) {
      logs.find("t" + i);
    }
    searched.clear();
    logs.find("t1");
    assertThat(searched).isEmpty();
    logs.find("t0");
    assertThat(searched).containsExactly("t0");
  }
}

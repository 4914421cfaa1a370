package io.aftercare.exporter.ledger;

import static io.aftercare.contract.ClockVerdict.BREACHED;
import static io.aftercare.contract.ClockVerdict.CANCELLED;
import static io.aftercare.contract.ClockVerdict.MET;
import static io.aftercare.contract.ClockVerdict.PAUSED;
import static io.aftercare.contract.ClockVerdict.RUNNING;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.opened;
import static io.aftercare.exporter.ledger.Say.said;
import static io.aftercare.exporter.ledger.Say.settled;
import static io.aftercare.exporter.ledger.Say.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.ClockChange;
import io.aftercare.contract.ClockWarning;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import io.aftercare.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happened to a clock, told by the difference between its records. */
class TicketHistoryTest {
  private static final ClockWarning AT_70 = new ClockWarning(70, at("09:24"));
  private static final ClockWarning AT_90 = new ClockWarning(90, at("09:48"));

  private static List<Moment> timeline(boolean complete, Verdict.Builder... records) {
    List<SaidRecord> log = new ArrayList<>();
    for (Verdict.Builder each : records) {
      log.add(said(each.build(), at("08:00")));
    }
    TicketHistory history = TicketHistory.of(new TicketLog(log, List.of(), complete));
    assertThat(history.clocks()).hasSize(1);
    return history.clocks().get(0).timeline();
  }

  private static List<String> lines(Verdict.Builder... records) {
    return timeline(true, records).stream().map(TicketHistoryTest::line).toList();
  }

  private static String line(Moment moment) {
    return moment.what()
        + " "
        + (moment.at() == null ? "-" : moment.at().toString().substring(11, 16))
        + (moment.percent() == null ? "" : " " + moment.percent() + "%")
        + (moment.cause() == null ? "" : " by " + moment.cause())
        + (moment.previousVerdict() == null ? "" : " was " + moment.previousVerdict());
  }

  private static Verdict.Builder updated(long revision) {
    return opened("T", "due", revision).setChange(ClockChange.UPDATED);
  }

  @Test
  void openedWarnedTwiceAndBreachedThenAnswered() {
    assertThat(
            lines(
                opened("T", "due", 1),
                updated(2).setChange(ClockChange.WARNED).setWarnings(List.of(AT_70)),
                updated(3).setChange(ClockChange.WARNED).setWarnings(List.of(AT_70, AT_90)),
                settled("T", "due", 4, BREACHED, at("10:00")).setWarnings(List.of(AT_70, AT_90)),
                settled("T", "due", 5, BREACHED, at("10:00"))
                    .setChange(ClockChange.STOPPED)
                    .setWarnings(List.of(AT_70, AT_90))
                    .setStoppedAt(at("10:40"))))
        .containsExactly(
            "OPENED 08:00",
            "WARNED 09:24 70%",
            "WARNED 09:48 90%",
            "BREACHED 10:00 by deadline",
            "STOPPED 10:40");
  }

  @Test
  void pausedAndResumedAreNoOtherTarget() {
    List<Moment> timeline =
        timeline(
            true,
            opened("T", "due", 1),
            updated(2).setVerdict(PAUSED).setDeadline(null),
            updated(3).setVerdict(RUNNING).setDeadline(at("11:30")),
            settled("T", "due", 4, MET, at("11:30")).setDeadline(at("11:30")));
    assertThat(timeline)
        .extracting(Moment::what)
        .containsExactly(
            Moment.What.OPENED, Moment.What.PAUSED, Moment.What.RESUMED, Moment.What.MET);
    assertThat(timeline.get(1).deadline()).isNull();
    assertThat(timeline.get(2).deadline()).isEqualTo(at("11:30"));
    assertThat(timeline.get(3).saidAt()).isEqualTo(at("08:00").plusSeconds(5));
  }

  @Test
  void anotherPolicyVersionCalendarOrTimeAllowedIsAnotherTarget() {
    assertThat(
            lines(
                opened("T", "due", 1),
                updated(2).setBudgetMillis(1L),
                updated(3).setBudgetMillis(1L).setPolicyVersion(2),
                retargeted(4).setCalendar("always"),
                retargeted(5),
                retargeted(6).setRegion("south")))
        .containsExactly(
            "OPENED 08:00",
            "RETARGETED -",
            "RETARGETED -",
            "RETARGETED -",
            "RETARGETED -",
            "UPDATED -");
  }

  private static Verdict.Builder retargeted(long revision) {
    return updated(revision)
        .setBudgetMillis(1L)
        .setPolicyVersion(2)
        .setPolicy("other")
        .setCalendar("office");
  }

  @Test
  void aDeadlineThatMovesAloneIsAnotherTargetOnlyIfItIsFixed() {
    assertThat(lines(opened("T", "due", 1), updated(2).setDeadline(at("10:01"))))
        .containsExactly("OPENED 08:00", "UPDATED -");
    assertThat(
            lines(
                opened("T", "due", 1).setBudgetMillis(null),
                updated(2).setBudgetMillis(null).setDeadline(at("10:01"))))
        .containsExactly("OPENED 08:00", "RETARGETED -");
  }

  @Test
  void aPauseBetweenTwoRecordsIsToldByItsEnd() {
    assertThat(
            lines(
                opened("T", "due", 1).setStateSince(at("08:00")),
                updated(2).setStateSince(at("08:50")).setDeadline(at("10:20")),
                updated(3).setStateSince(at("08:50")).setDeadline(at("10:20")).setRegion("south")))
        .containsExactly("OPENED 08:00", "RESUMED 08:50", "UPDATED -");
  }

  @Test
  void aStartThatALateEventMovedIsNoPause() {
    assertThat(
            lines(
                opened("T", "due", 1).setStateSince(at("08:00")),
                updated(2)
                    .setOpenedAt(at("07:50"))
                    .setStateSince(at("07:50"))
                    .setDeadline(at("09:50"))))
        .containsExactly("OPENED 08:00", "MOVED 07:50");
  }

  @Test
  void aCallThatWasAnsweredBeforeItsTicketWasCreatedMovesTheStartAndSettles() {
    assertThat(
            lines(
                opened("T", "first_response", 1),
                settled("T", "first_response", 2, MET, at("07:52"))
                    .setOpenedAt(at("07:50"))
                    .setCause("answered")))
        .containsExactly("OPENED 08:00", "MOVED 07:50", "MET 07:52 by answered");
  }

  @Test
  void aTargetThatChangesWithAPauseIsTold() {
    assertThat(
            lines(
                opened("T", "due", 1),
                updated(2).setVerdict(PAUSED).setDeadline(null).setPolicyVersion(2)))
        .containsExactly("OPENED 08:00", "RETARGETED -", "PAUSED -");
  }

  @Test
  void aCorrectionTellsWhatHadBeenSaid() {
    assertThat(
            lines(
                opened("T", "due", 1),
                settled("T", "due", 2, BREACHED, at("10:00")),
                settled("T", "due", 3, MET, at("09:30"))
                    .setChange(ClockChange.CORRECTED)
                    .setPreviousVerdict(BREACHED)))
        .containsExactly(
            "OPENED 08:00",
            "BREACHED 10:00 by deadline",
            "CORRECTED 09:30 by agent_reply was BREACHED",
            "MET 09:30 by agent_reply");
  }

  @Test
  void aCorrectionMayMakeItRunAgain() {
    assertThat(
            lines(
                opened("T", "due", 1),
                settled("T", "due", 2, MET, at("09:00")),
                updated(3)
                    .setChange(ClockChange.CORRECTED)
                    .setVerdict(PAUSED)
                    .setDeadline(null)
                    .setPreviousVerdict(MET)))
        .containsExactly(
            "OPENED 08:00", "MET 09:00 by agent_reply", "CORRECTED - was MET", "PAUSED -");
  }

  @Test
  void aClockThatNeverWasIsRemovedAndMayOpenAgain() {
    assertThat(
            lines(
                opened("T", "due", 1),
                settled("T", "due", 2, CANCELLED, at("09:00")).setCause("merged"),
                settled("T", "due", 3, CANCELLED, at("09:00"))
                    .setChange(ClockChange.REMOVED)
                    .setPreviousVerdict(CANCELLED),
                opened("T", "due", 4)))
        .containsExactly(
            "OPENED 08:00", "CANCELLED 09:00 by merged", "REMOVED - was CANCELLED", "OPENED 08:00");
  }

  @Test
  void oneRecordCanTellItAll() {
    assertThat(
            lines(
                settled("T", "due", 1, BREACHED, at("10:00"))
                    .setWarnings(List.of(AT_70))
                    .setStoppedAt(at("10:10"))))
        .containsExactly(
            "OPENED 08:00", "WARNED 09:24 70%", "BREACHED 10:00 by deadline", "STOPPED 10:10");
  }

  @Test
  void ofALogWithoutItsBeginTheOpeningIsKnownByItsInstantAlone() {
    List<Moment> timeline =
        timeline(false, updated(7).setChange(ClockChange.WARNED).setWarnings(List.of(AT_70)));
    assertThat(timeline.get(0).at()).isEqualTo(at("08:00"));
    assertThat(timeline.get(0).saidAt()).isNull();
    assertThat(timeline.get(0).policy()).isNull();
    assertThat(line(timeline.get(1))).isEqualTo("WARNED 09:24 70%");
  }

  @Test
  void retractedStepsAreLeftOutAndTheOthersAreInOrder() {
    List<Milestone> log =
        List.of(
            step("T", MilestoneKind.CREATED, 1, "08:00").build(),
            step("T", MilestoneKind.RESOLVED, 2, "09:00").build(),
            step("T", MilestoneKind.FIRST_RESPONSE, 3, "08:20").build(),
            step("T", MilestoneKind.RESOLVED, 4, "09:00").setRetracted(true).build());
    List<SaidRecord> records = log.stream().map(Say::said).toList();
    assertThat(TicketHistory.of(new TicketLog(List.of(), records, true)).milestones())
        .extracting(Milestone::getKind)
        .containsExactly(MilestoneKind.CREATED, MilestoneKind.FIRST_RESPONSE);
  }

  @Test
  void activeClocksComeBeforeShadowsAndRemovedOnesLast() {
    List<SaidRecord> records =
        Stream.of(
                opened("T", "a", 1).setChange(ClockChange.REMOVED),
                opened("T", "b", 2).setSlot("strict").setClockId("T/b/strict/1"),
                opened("T", "d", 3),
                opened("T", "c", 4))
            .map(each -> said(each.build(), at("08:00")))
            .toList();
    assertThat(TicketHistory.of(new TicketLog(records, List.of(), true)).clocks())
        .extracting(each -> each.row().getSla())
        .containsExactly("c", "d", "b", "a");
  }
}

package io.aftercare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.TicketAttention;
import io.aftercare.domain.ticket.TicketAttention.State;
import io.aftercare.domain.ticket.TicketAttention.Watched;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.WindowEntry;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What a completed checkpoint contains is said, and nothing else; but a region's own windows. */
@SuppressWarnings("try") // the harness says that close() may be interrupted
class HoldUntilDurableTest {
  private static final AttentionChange AT_RISK = change("T-1", State.AT_RISK);
  private static final AttentionChange OVERDUE = change("T-1", State.OVERDUE);
  private static final AttentionChange OVER = new AttentionChange("T-1", null);
  private static final AttentionChange OTHER = change("T-2", State.OVERDUE);

  @Test
  void aChangeWaitsForTheCheckpointThatContainsIt() throws Exception {
    try (var list = opened()) {
      list.processElement(AT_RISK, 0);
      list.snapshot(1, 0);
      list.processElement(OTHER, 0);
      assertThat(list.extractOutputValues()).isEmpty();

      list.notifyOfCompletedCheckpoint(1);
      assertThat(list.extractOutputValues()).containsExactly(AT_RISK);

      list.snapshot(2, 0);
      list.notifyOfCompletedCheckpoint(2);
      assertThat(list.extractOutputValues()).containsExactly(AT_RISK, OTHER);
    }
  }

  @Test
  void ofSeveralChangesOfATicketTheLastIsSaid() throws Exception {
    try (var list = opened()) {
      list.processElement(AT_RISK, 0);
      list.processElement(OTHER, 0);
      list.processElement(OVERDUE, 0);
      list.processElement(OVER, 0);
      list.snapshot(1, 0);
      list.notifyOfCompletedCheckpoint(1);
      assertThat(list.extractOutputValues()).containsExactly(OTHER, OVER);
    }
  }

  @Test
  void whatAnAbortedCheckpointContainedTheNextOneContains() throws Exception {
    try (var list = opened()) {
      list.processElement(AT_RISK, 0);
      list.snapshot(1, 0);
      list.getOneInputOperator().notifyCheckpointAborted(1);
      list.processElement(OVERDUE, 0);
      list.snapshot(2, 0);
      assertThat(list.extractOutputValues()).isEmpty();
      list.notifyOfCompletedCheckpoint(2);
      assertThat(list.extractOutputValues()).containsExactly(OVERDUE);
    }
  }

  @Test
  void afterAFailureWhatTheCheckpointContainedIsSaidAndWhatCameLaterIsNot() throws Exception {
    OperatorSubtaskState saved;
    try (var list = opened()) {
      list.processElement(AT_RISK, 0);
      saved = list.snapshot(1, 0);
      list.notifyOfCompletedCheckpoint(1); // said, and perhaps lost on its way out
      list.processElement(OVERDUE, 0); // never durable
    }
    try (var list = restored(saved)) {
      list.setProcessingTime(1);
      assertThat(list.extractOutputValues()).containsExactly(AT_RISK);
      list.processElement(OTHER, 0);
      list.snapshot(2, 0);
      list.notifyOfCompletedCheckpoint(2);
      assertThat(list.extractOutputValues()).containsExactly(AT_RISK, OTHER);
    }
  }

  @Test
  void afterAFailureTheOldIsSaidBeforeTheFirstBarrierAtTheLatest() throws Exception {
    OperatorSubtaskState saved;
    try (var list = opened()) {
      list.processElement(AT_RISK, 0);
      saved = list.snapshot(1, 0);
    }
    try (var list = restored(saved)) {
      list.processElement(OVER, 0);
      list.getOneInputOperator().prepareSnapshotPreBarrier(2);
      list.snapshot(2, 0);
      list.notifyOfCompletedCheckpoint(2);
      assertThat(list.extractOutputValues()).containsExactly(AT_RISK, OVER);
    }
  }

  @Test
  void whatWasSaidBeforeABarrierIsNotSaidAgain() throws Exception {
    OperatorSubtaskState saved;
    try (var list = opened()) {
      list.processElement(AT_RISK, 0);
      list.snapshot(1, 0);
      list.notifyOfCompletedCheckpoint(1);
      saved = list.snapshot(2, 0);
    }
    try (var list = restored(saved)) {
      list.setProcessingTime(1);
      assertThat(list.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void theEndOfTheInputSaysEverythingAndACheckpointAfterItNothing() throws Exception {
    try (var list = opened()) {
      list.processElement(AT_RISK, 0);
      list.snapshot(1, 0);
      list.processElement(OVER, 0);
      list.processElement(OTHER, 0);
      list.getOneInputOperator().finish();
      assertThat(list.extractOutputValues()).containsExactly(OVER, OTHER);
      list.snapshot(2, 0);
      list.notifyOfCompletedCheckpoint(2);
      assertThat(list.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void aRegionsOwnWindowsPassAndItsCellsWait() throws Exception {
    WindowEntry own = window(Dimension.REGION, "", 1);
    WindowEntry p1 = window(Dimension.PRIORITY, "p1", 1);
    WindowEntry other = window(Dimension.PRIORITY, "other", 1);
    WindowEntry next = window(Dimension.PRIORITY, "p1", 2);
    OperatorSubtaskState saved;
    try (var cells = cells(false)) {
      cells.open();
      for (WindowEntry each : List.of(p1, own, other, next)) {
        cells.processElement(each, 0);
      }
      assertThat(cells.extractOutputValues()).containsExactly(own);
      saved = cells.snapshot(1, 0);
      cells.notifyOfCompletedCheckpoint(1);
      assertThat(cells.extractOutputValues()).containsExactly(own, p1, other, next);
    }
    try (var cells = cells(false)) { // what was said may be lost on its way: the same again
      cells.initializeState(saved);
      cells.open();
      cells.setProcessingTime(1);
      assertThat(cells.extractOutputValues()).containsExactly(p1, other, next);
    }
  }

  @Test
  void aLiveJobThatIsStoppedSaysItsCellsWhenItGoesOn() throws Exception {
    WindowEntry p1 = window(Dimension.PRIORITY, "p1", 1);
    OperatorSubtaskState saved;
    try (var cells = cells(false)) {
      cells.open();
      cells.processElement(p1, 0);
      cells.getOneInputOperator().finish();
      cells.getOneInputOperator().prepareSnapshotPreBarrier(1);
      saved = cells.snapshot(1, 0);
      cells.notifyOfCompletedCheckpoint(1);
      cells.getOneInputOperator().prepareSnapshotPreBarrier(2);
      assertThat(cells.extractOutputValues()).isEmpty();
    }
    try (var cells = cells(false)) {
      cells.initializeState(saved);
      cells.open();
      cells.setProcessingTime(1);
      assertThat(cells.extractOutputValues()).containsExactly(p1);
    }
    try (var cells = cells(true)) { // a replay's end is the end
      cells.open();
      cells.processElement(p1, 0);
      cells.getOneInputOperator().finish();
      assertThat(cells.extractOutputValues()).containsExactly(p1);
    }
  }

  private static WindowEntry window(Dimension by, String cell, long end) {
    return new WindowEntry("north", by, cell, "1h", 0, end, end, false, new Figures());
  }

  private static OneInputStreamOperatorTestHarness<WindowEntry, WindowEntry> cells(
      boolean inputEnds) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(HoldUntilDurable.cells(inputEnds));
  }

  private static AttentionChange change(String ticketId, State state) {
    return new AttentionChange(
        ticketId,
        new TicketAttention(
            ticketId,
            state,
            7,
            "north",
            null,
            null,
            Priority.P1,
            null,
            List.of(new Watched("resolution", 1, "solve", 1, state, 70, 7, 0, 9, 7))));
  }

  private static OneInputStreamOperatorTestHarness<AttentionChange, AttentionChange> unopened()
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(HoldUntilDurable.attention());
  }

  private static OneInputStreamOperatorTestHarness<AttentionChange, AttentionChange> opened()
      throws Exception {
    var list = unopened();
    list.open();
    return list;
  }

  private static OneInputStreamOperatorTestHarness<AttentionChange, AttentionChange> restored(
      OperatorSubtaskState saved) throws Exception {
    var list = unopened();
    list.initializeState(saved);
    list.open();
    return list;
  }
}

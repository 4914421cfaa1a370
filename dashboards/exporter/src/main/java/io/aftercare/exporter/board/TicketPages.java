package io.aftercare.exporter.board;

import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Milestone;
import io.aftercare.contract.Verdict;
import io.aftercare.exporter.attention.WatchedTicket;
import io.aftercare.exporter.board.TicketPage.ClockPage;
import io.aftercare.exporter.board.TicketPage.StepRow;
import io.aftercare.exporter.board.TicketPage.TimelineEntry;
import io.aftercare.exporter.board.TicketPage.WarningRow;
import io.aftercare.exporter.ledger.ClockHistory;
import io.aftercare.exporter.ledger.Moment;
import io.aftercare.exporter.ledger.TicketHistory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page of a ticket out of what the list and the logs say of it. */
final class TicketPages {
  private TicketPages() {}

  static TicketPage of(
      String ticketId,
      @Nullable WatchedTicket watched,
      TicketHistory history,
      Progress progress,
      Instant now) {
    Verdict last = history.last();
    Milestone step = lastOf(history.milestones());
    return new TicketPage(
        ticketId,
        progress.eventTime(),
        progress.movedAt(),
        now,
        watched != null ? watched.region() : region(last, step),
        watched != null ? watched.originRegion() : originRegion(last, step),
        watched != null ? watched.priority() : priority(last, step),
        watched == null ? null : watched.queue(),
        watched == null ? null : TicketRow.of(watched),
        history.complete(),
        history.clocks().stream().map(TicketPages::clock).toList(),
        history.milestones().stream().map(TicketPages::step).toList());
  }

  private static @Nullable Milestone lastOf(List<Milestone> steps) {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }

  private static @Nullable String region(@Nullable Verdict last, @Nullable Milestone step) {
    return last != null ? last.getRegion() : step == null ? null : step.getRegion();
  }

  private static @Nullable String originRegion(@Nullable Verdict last, @Nullable Milestone step) {
    return last != null ? last.getOriginRegion() : step == null ? null : step.getOriginRegion();
  }

  private static @Nullable String priority(@Nullable Verdict last, @Nullable Milestone step) {
    return last != null ? last.getPriority() : step == null ? null : step.getPriority();
  }

  private static ClockPage clock(ClockHistory clock) {
    Verdict row = clock.row();
    return new ClockPage(
        row.getClockId(),
        row.getSla(),
        row.getSlot(),
        word(row.getRole()),
        row.getCycle(),
        row.getPolicy(),
        row.getPolicyVersion(),
        row.getCalendar(),
        row.getCalendarVersion(),
        row.getOpenedAt(),
        row.getDeadline(),
        clock.stateSince(),
        row.getBudgetMillis(),
        row.getElapsedMillis(),
        word(row.getVerdict()),
        row.getSettledAt(),
        row.getStoppedAt(),
        row.getCause(),
        row.getWarnings().stream().map(w -> new WarningRow(w.getPercent(), w.getAt())).toList(),
        clock.timeline().stream().map(TicketPages::entry).toList());
  }

  private static TimelineEntry entry(Moment moment) {
    ClockVerdict previous = moment.previousVerdict();
    return new TimelineEntry(
        word(moment.what()),
        moment.at(),
        moment.saidAt(),
        moment.policy(),
        moment.policyVersion(),
        moment.deadline(),
        moment.percent(),
        moment.cause(),
        previous == null ? null : word(previous));
  }

  private static StepRow step(Milestone step) {
    return new StepRow(
        word(step.getKind()),
        step.getNumber(),
        step.getAt(),
        step.getRegion(),
        Math.max(0, step.getElapsedMillis()));
  }

  private static String word(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }
}

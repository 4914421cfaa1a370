package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket: its clocks and what happened to each, and the steps of its life. A contact that a
 * callback was promised to has such a page too, by its id.
 *
 * @param region owns it now, as far as is known
 * @param queue known only while it needs a look
 * @param attention null: it needs none
 * @param complete whether the logs were seen from their first record on
 */
public record TicketPage(
    String ticketId,
    @Nullable Instant eventTime,
    @Nullable Instant movedAt,
    Instant generatedAt,
    @Nullable String region,
    @Nullable String originRegion,
    @Nullable String priority,
    @Nullable String queue,
    @Nullable TicketRow attention,
    boolean complete,
    List<ClockPage> clocks,
    List<StepRow> milestones) {

  /**
   * A clock.
   *
   * @param role active or shadow; unknown in the oldest records, where the slot tells
   * @param deadline null while it stands still
   * @param stateSince since when it runs or stands still; null once it settled, or if not said
   * @param budgetMs open time it may take, ms
   * @param elapsedMs open time used up when it settled, else when it last stood still, was
   *     retargeted or set going, ms
   * @param timeline in the order in which it was said
   */
  public record ClockPage(
      String clockId,
      String sla,
      String slot,
      String role,
      int cycle,
      String policy,
      int policyVersion,
      @Nullable String calendar,
      @Nullable Integer calendarVersion,
      Instant openedAt,
      @Nullable Instant deadline,
      @Nullable Instant stateSince,
      @Nullable Long budgetMs,
      @Nullable Long elapsedMs,
      String verdict,
      @Nullable Instant settledAt,
      @Nullable Instant stoppedAt,
      @Nullable String cause,
      List<WarningRow> warnings,
      List<TimelineEntry> timeline) {}

  /** A warning: the share of the time allowed that was used up, %, and when. */
  public record WarningRow(int percent, Instant at) {}

  /**
   * Something that happened to a clock.
   *
   * @param what opened, moved, warned, paused, resumed, retargeted, updated, met, breached,
   *     cancelled, stopped, corrected or removed
   * @param at when it took effect, event time; null where the log does not say
   * @param saidAt when the log said so; null if the record that did was not seen
   */
  public record TimelineEntry(
      String what,
      @Nullable Instant at,
      @Nullable Instant saidAt,
      @Nullable String policy,
      @Nullable Integer policyVersion,
      @Nullable Instant deadline,
      @Nullable Integer percent,
      @Nullable String cause,
      @Nullable String previousVerdict) {}

  /**
   * A step of its life that stands.
   *
   * @param elapsedMs calendar time since its creation (after a reopening: since that; of a response
   *     to a call: since the caller entered the queue), ms; never below 0
   */
  public record StepRow(
      String kind, int number, Instant at, @Nullable String region, long elapsedMs) {}
}

package io.aftercare.exporter.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One region in full.
 *
 * @param tickets the worst first, at most 20 of {@code ticketsTotal}
 * @param verdicts the newest first, at most 20
 * @param queues by name, at most 50 of {@code queuesTotal}: those in which callers wait longest
 * @param agents null: none is known
 * @param windows that closed last: 5m, 1h, 24h, today; one that was never told is left out
 * @param expected a row for each figure; empty: nothing was told yet
 */
public record RegionPage(
    Instant generatedAt,
    @Nullable Instant eventTime,
    @Nullable Instant movedAt,
    boolean catchingUp,
    Tile tile,
    List<BacklogRow> backlog,
    List<PromiseRow> clocks,
    List<TicketRow> tickets,
    int ticketsTotal,
    List<VerdictRow> verdicts,
    List<QueueRow> queues,
    int queuesTotal,
    @Nullable AgentsRow agents,
    List<WindowRow> windows,
    StageList stages,
    BacklogAges ages,
    QualityPage quality,
    List<ExpectedRow> expected) {

  /** Open tickets of a priority in a state. */
  public record BacklogRow(String priority, String state, long tickets) {}

  /**
   * What is promised, how it stands now and how it was kept in the last 24 h of event time.
   *
   * @param ratio met of met and breached; null if there are none
   * @param target the share promised; null if no policy in force promises one
   * @param targetsSeconds the shortest time allowed by priority, s
   */
  public record PromiseRow(
      String sla,
      long running,
      long paused,
      long overdue,
      @JsonProperty("at_risk_70") long atRisk70,
      @JsonProperty("at_risk_90") long atRisk90,
      long met,
      long breached,
      @Nullable Double ratio,
      @Nullable Double target,
      Map<String, Long> targetsSeconds) {}
}

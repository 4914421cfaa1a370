package io.aftercare.launcher.replay.report;

import io.aftercare.contract.ClockVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shadow's clock beside the active clock of the same ticket, sla and cycle, as the final ledger
 * has them.
 *
 * @param active null if no active policy was about the ticket
 */
record ShadowPair(ClockRow shadow, @Nullable ClockRow active) {

  /** Every shadow's clock of these tickets, in their order and that of their ledgers. */
  static List<ShadowPair> of(Collection<TicketStory> stories) {
    List<ShadowPair> pairs = new ArrayList<>();
    for (TicketStory story : stories) {
      List<ClockRow> ledger = story.ledger();
      for (ClockRow row : ledger) {
        if (!row.isActive()) {
          pairs.add(new ShadowPair(row, activeBeside(row, ledger)));
        }
      }
    }
    return pairs;
  }

  private static @Nullable ClockRow activeBeside(ClockRow shadow, List<ClockRow> ledger) {
    return ledger.stream()
        .filter(
            row ->
                row.isActive() && row.sla().equals(shadow.sla()) && row.cycle() == shadow.cycle())
        .findFirst()
        .orElse(null);
  }

  /** The region of the active clock, so that the figures compare; else the shadow's. */
  String region() {
    return active == null ? shadow.region() : active.region();
  }

  boolean activeIs(ClockVerdict verdict) {
    return active != null && active.verdict() == verdict;
  }

  boolean shadowIs(ClockVerdict verdict) {
    return shadow.verdict() == verdict;
  }

  /** Whether the active clock is met or breached. */
  boolean activeJudged() {
    return activeIs(ClockVerdict.MET) || activeIs(ClockVerdict.BREACHED);
  }

  /** Whether the shadow's clock is met or breached. */
  boolean shadowJudged() {
    return shadowIs(ClockVerdict.MET) || shadowIs(ClockVerdict.BREACHED);
  }

  /** Whether both are met or breached, and not the same. */
  boolean flips() {
    return activeJudged() && shadowJudged() && !activeIs(shadow.verdict());
  }
}

package io.aftercare.exporter;

import io.aftercare.contract.Topics;

/**
 * The topics behind the pages and their API. An empty name: not read; what needs it says so.
 *
 * @param attention the compacted list of tickets that need a look now
 * @param verdicts the ledger log
 * @param milestones the steps in tickets' lives
 * @param windows the windows that closed
 * @param spikes complaints that are more than usual
 */
public record LedgerTopics(
    String attention, String verdicts, String milestones, String windows, String spikes) {
  /** Under their usual names. */
  public static final LedgerTopics DEFAULTS =
      new LedgerTopics(
          Topics.ATTENTION, Topics.VERDICTS, Topics.MILESTONES, Topics.WINDOWS, Topics.SPIKES);

  /** None is read. */
  public static final LedgerTopics NONE = new LedgerTopics("", "", "", "", "");
}

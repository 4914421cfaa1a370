package io.aftercare.contract;

/** Names of the topics; the number behind {@code v} rises when a key or a meaning changes. */
public final class Topics {
  /** Input: {@link TicketEvent} by ticket_id. */
  public static final String TICKET_EVENTS = "aftercare.ticket-events.v1";

  /** Input: {@link CallEvent} by contact_id. */
  public static final String CALL_EVENTS = "aftercare.call-events.v1";

  /** Input: {@link AgentStateEvent} by agent_ref. */
  public static final String AGENT_STATES = "aftercare.agent-states.v1";

  /** Output: {@link Contact}, the call ledger's log, by contact_id. */
  public static final String CONTACTS = "aftercare.contacts.v1";

  /** Output: {@link Verdict}, the ledger log, by ticket_id; of a callback by contact_id. */
  public static final String VERDICTS = "aftercare.verdicts.v1";

  /** Output: {@link Milestone} by ticket_id. */
  public static final String MILESTONES = "aftercare.milestones.v1";

  /** Output: {@link Window}s that closed and their corrections, by region. */
  public static final String WINDOWS = "aftercare.windows.v1";

  /** Output: {@link Spike}s of complaints, by region and category. */
  public static final String SPIKES = "aftercare.spikes.v1";

  /** Output: {@link ComplaintBin}s as they are final, by region. */
  public static final String COMPLAINT_BINS = "aftercare.complaint-bins.v1";

  /** Output, compacted: {@link MetricRecord} by series. */
  public static final String METRICS = "aftercare.metrics.v1";

  /**
   * Output, compacted: {@link Attention} by ticket_id; null where nothing is at risk or overdue.
   */
  public static final String ATTENTION = "aftercare.attention.v1";

  /** Input, compacted: every version of every {@link Rule}, by kind/id@version. One partition. */
  public static final String POLICIES = "aftercare.policies.v1";

  /** Output: {@link Rule}s in the order of their publication, for ever, by kind/id. */
  public static final String POLICY_HISTORY = "aftercare.policy-history.v1";

  private Topics() {}

  /** The topic of {@link DeadLetter}s of an input topic. */
  public static String deadLettersOf(String input) {
    return input + ".dlq";
  }
}

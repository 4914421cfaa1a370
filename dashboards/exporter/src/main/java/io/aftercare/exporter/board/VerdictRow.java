package io.aftercare.exporter.board;

import io.aftercare.exporter.ledger.Settlement;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock that settled.
 *
 * @param verdict met, breached or cancelled
 * @param deadline null if it stood still when it settled
 * @param corrected whether a late event changed a verdict that had been said
 */
public record VerdictRow(
    String ticketId,
    String sla,
    String slot,
    String priority,
    String region,
    String verdict,
    Instant settledAt,
    @Nullable Instant deadline,
    @Nullable String cause,
    String policy,
    int policyVersion,
    boolean corrected) {
  static VerdictRow of(Settlement settled) {
    return new VerdictRow(
        settled.ticketId(),
        settled.sla(),
        settled.slot(),
        settled.priority(),
        settled.region(),
        settled.verdict().name().toLowerCase(Locale.ROOT),
        settled.settledAt(),
        settled.deadline(),
        settled.cause(),
        settled.policy(),
        settled.policyVersion(),
        settled.corrected());
  }
}

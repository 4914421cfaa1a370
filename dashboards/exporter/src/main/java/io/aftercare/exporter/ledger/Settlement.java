package io.aftercare.exporter.ledger;

import io.aftercare.contract.ClockVerdict;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A clock that counts, settled: met, breached or cancelled.
 *
 * @param region owned the ticket at the settlement; {@code unknown} where the source does not say
 * @param deadline null if it stood still when it settled
 * @param cause what settled it, null if the record does not say
 * @param corrected whether a late event changed a verdict that had been said
 */
public record Settlement(
    String clockId,
    String ticketId,
    String region,
    String sla,
    String slot,
    String priority,
    ClockVerdict verdict,
    Instant settledAt,
    @Nullable Instant deadline,
    @Nullable String cause,
    String policy,
    int policyVersion,
    boolean corrected) {
  /** The latest first; ties by clock id. */
  public static final Comparator<Settlement> NEWEST_FIRST =
      Comparator.comparing(Settlement::settledAt).reversed().thenComparing(Settlement::clockId);

  Settlement asCorrected() {
    return new Settlement(
        clockId,
        ticketId,
        region,
        sla,
        slot,
        priority,
        verdict,
        settledAt,
        deadline,
        cause,
        policy,
        policyVersion,
        true);
  }
}

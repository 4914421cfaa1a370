package io.aftercare.exporter.board;

import io.aftercare.contract.ClockVerdict;
import io.aftercare.exporter.ledger.Settlement;
import org.jspecify.annotations.Nullable;

/** Which settlements; null: any. */
public record VerdictFilter(
    @Nullable String region, @Nullable String sla, @Nullable ClockVerdict verdict) {
  boolean accepts(Settlement settled) {
    return (region == null || region.equals(settled.region()))
        && (sla == null || sla.equals(settled.sla()))
        && (verdict == null || verdict == settled.verdict());
  }
}

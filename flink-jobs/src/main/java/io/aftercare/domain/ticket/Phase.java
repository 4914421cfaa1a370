package io.aftercare.domain.ticket;

/**
 * Where a ticket is in its life.
 *
 * <pre>
 *           RESOLVED            CLOSED
 *   OPEN ────────────▶ RESOLVED ───────▶ CLOSED
 *    │ ▲ ╲_____________ CLOSED _________▶  │
 *    │ ╰──────────── REOPENED ─────────────╯
 *    ╰─ CANCELLED, MARKED_SPAM, MERGED ─▶ VOID ── REOPENED ──▶ OPEN
 * </pre>
 */
public enum Phase {
  /** In the backlog. */
  OPEN,
  /** Solved, not yet closed. */
  RESOLVED,
  /** Closed. */
  CLOSED,
  /** Ended without service: cancelled, spam, merged into another. */
  VOID
}

package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody should look at a ticket now: its active clocks at risk or overdue. A function of the
 * snapshot alone, so it is the same whatever the order of arrival. Instants are ms since 1970.
 *
 * @param since since when the worst of its clocks is as it is
 * @param clocks by sla and cycle; at least one
 */
public record TicketAttention(
    String ticketId,
    State state,
    long since,
    @Nullable String region,
    @Nullable String originRegion,
    @Nullable String queue,
    Priority priority,
    @Nullable String customerTier,
    List<Watched> clocks) {

  /** How a clock stands, the worst last. */
  public enum State {
    /** It gave a warning and is not settled. */
    AT_RISK,
    /** Its deadline passed and its stop has not been seen. */
    OVERDUE
  }

  /**
   * A clock at risk or overdue.
   *
   * @param level the highest share of the time allowed that it warned of, %; 0 if none
   * @param since since when it is in that state
   * @param deadline {@link Clock#NEVER} while it stands still
   * @param warnedAt the first warning, {@link Clock#NEVER} if it gave none
   */
  public record Watched(
      String sla,
      int cycle,
      String policy,
      int policyVersion,
      State state,
      int level,
      long since,
      long openedAt,
      long deadline,
      long warnedAt) {}

  private static final Comparator<Watched> ORDER =
      Comparator.comparing(Watched::sla).thenComparingInt(Watched::cycle);

  /** Keeps what it was given. */
  public TicketAttention {
    clocks = List.copyOf(clocks);
  }

  /** What there is to say of a ticket, null if nothing. */
  public static @Nullable TicketAttention of(Ticket ticket, Rulebook rules) {
    if (ticket.phase() == Phase.VOID
        || ticket.clocks().stream().noneMatch(c -> state(c, ticket, rules) != null)) {
      return null;
    }
    List<Watched> clocks =
        ticket.clocks().stream()
            .flatMap(c -> watched(c, ticket, rules).stream())
            .sorted(ORDER)
            .toList();
    boolean overdue = clocks.stream().anyMatch(c -> c.state() == State.OVERDUE);
    State worst = overdue ? State.OVERDUE : State.AT_RISK;
    long since =
        clocks.stream()
            .filter(c -> c.state() == worst)
            .mapToLong(Watched::since)
            .min()
            .orElse(Clock.NEVER);
    Facts f = ticket.facts();
    return new TicketAttention(
        ticket.ticketId(),
        worst,
        since,
        f.region(),
        f.originRegion(),
        f.queue(),
        f.priority(),
        f.customerTier(),
        clocks);
  }

  private static List<Watched> watched(Clock clock, Ticket ticket, Rulebook rules) {
    State state = state(clock, ticket, rules);
    return state == null
        ? List.of()
        : List.of(
            new Watched(
                clock.sla(),
                clock.cycle(),
                clock.policy(),
                clock.policyVersion(),
                state,
                clock.warnedPercent(),
                state == State.OVERDUE
                    ? clock.settledAt()
                    : clock.warnings().get(clock.rearmedAfter()).at(),
                clock.openedAt(),
                clock.deadline(),
                clock.warnedAt()));
  }

  /** Null: nobody need look at the clock. */
  private static @Nullable State state(Clock clock, Ticket ticket, Rulebook rules) {
    if (clock.atRisk()) {
      return State.AT_RISK;
    }
    return overdue(clock, ticket, rules) ? State.OVERDUE : null;
  }

  /**
   * Whether an active clock's deadline passed, its stop has not been seen, and what it measures is
   * still owed: nothing is on a void ticket, and follow-ups and complaints are even on a closed
   * one.
   */
  public static boolean overdue(Clock clock, Ticket ticket, Rulebook rules) {
    return clock.active()
        && clock.overdue()
        && ticket.phase() != Phase.VOID
        && (ticket.open() || rules.policy(clock).metric().outlastsResolution());
  }
}

package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
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
    return ticket.phase() == Phase.VOID
        ? null
        : of(ticket.ticketId(), ticket.facts(), ticket.clocks(), c -> overdue(c, ticket, rules));
  }

  /**
   * What there is to say of what has these clocks, null if nothing.
   *
   * @param overdue whether a clock that breached is still owed
   */
  public static @Nullable TicketAttention of(
      String id, Facts f, List<Clock> all, Predicate<Clock> overdue) {
    if (all.stream().noneMatch(c -> state(c, overdue) != null)) {
      return null;
    }
    List<Watched> clocks =
        all.stream().flatMap(c -> watched(c, overdue).stream()).sorted(ORDER).toList();
    boolean anyOverdue = clocks.stream().anyMatch(c -> c.state() == State.OVERDUE);
    State worst = anyOverdue ? State.OVERDUE : State.AT_RISK;
    long since =
        clocks.stream()
            .filter(c -> c.state() == worst)
            .mapToLong(Watched::since)
            .min()
            .orElse(Clock.NEVER);
    return new TicketAttention(
        id,
        worst,
        since,
        f.region(),
        f.originRegion(),
        f.queue(),
        f.priority(),
        f.customerTier(),
        clocks);
  }

  private static List<Watched> watched(Clock clock, Predicate<Clock> overdue) {
    State state = state(clock, overdue);
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
  private static @Nullable State state(Clock clock, Predicate<Clock> overdue) {
    if (clock.atRisk()) {
      return State.AT_RISK;
    }
    return overdue.test(clock) ? State.OVERDUE : null;
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

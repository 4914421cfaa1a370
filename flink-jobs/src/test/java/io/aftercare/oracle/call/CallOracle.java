package io.aftercare.oracle.call;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.call.CallLimits;
import io.aftercare.domain.sla.Rulebook;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a contact comes to, from its events in any order and with any duplicates, the rules, and how
 * far time has come. Start reading here.
 *
 * <p>First the events are put as they happened ({@link InOrder}). Then every question (is this wait
 * over? whom does this event concern? is anybody on the line?) is a search through that list
 * ({@link Reading}, {@link Parts}, {@link Promises}); nothing is carried along.
 */
public final class CallOracle {
  private final CallBook book;
  private final CallLimits limits;

  /** Judges by these rules and limits. */
  public CallOracle(Rulebook rules, CallLimits limits) {
    this.book = new CallBook(rules);
    this.limits = limits;
  }

  /**
   * The contact at an instant.
   *
   * @param arrivals of one contact, in the order of arrival; of one id the first counts
   */
  public Told judge(Collection<CallEvent> arrivals, long now) {
    return read(arrivals).apply(now);
  }

  /** The contact at any instant. */
  LongFunction<Told> read(Collection<CallEvent> arrivals) {
    List<InOrder.Step> steps = InOrder.of(arrivals);
    Reading reading = new Reading(steps, book);
    CallEvent first = steps.get(0).event();
    return now ->
        new Told(
            first.contactId(),
            first.channel(),
            stated(steps, CallEvent::ticketId, false),
            stated(steps, CallEvent::customerRef, true),
            first.occurredAt(),
            first.type() != CallEventType.OFFERED,
            reading.endedAt(limits, now),
            reading.visits(limits, now),
            reading.parts().told(limits, now),
            reading.promises().recalls(),
            reading.promises().clocks(now));
  }

  private static @Nullable String stated(
      List<InOrder.Step> steps, Function<CallEvent, @Nullable String> what, boolean first) {
    String found = null;
    for (InOrder.Step step : steps) {
      String said = what.apply(step.event());
      found = said == null || (first && found != null) ? found : said;
    }
    return found;
  }
}

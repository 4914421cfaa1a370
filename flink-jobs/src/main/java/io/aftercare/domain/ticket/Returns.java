package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which repairs of one device are returns: created when another ticket's repair had been resolved,
 * at most 30 days before. A function of the set of repairs.
 *
 * <p>A creation is looked at for 31 days; what changes of it later changes nothing. A resolution
 * can matter to a creation 30 days after it, so it is remembered as long as that is looked at:
 * whoever is looked at finds all that it depends on, in whatever order things were heard of.
 */
public final class Returns {
  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final long WITHIN = 30 * DAY;
  private static final long LOOKED_AT = 31 * DAY;

  private Returns() {}

  /**
   * The returns among the repairs of one device that are still looked at: ticket to region.
   *
   * @param now ms since 1970
   */
  public static Map<String, String> among(Collection<Repair> repairs, long now) {
    Map<String, String> returns = new TreeMap<>();
    for (Repair repair : repairs) {
      if (after(repair.createdAt(), LOOKED_AT) > now && isReturn(repair, repairs)) {
        returns.put(repair.ticketId(), repair.region());
      }
    }
    return returns;
  }

  private static boolean isReturn(Repair repair, Collection<Repair> repairs) {
    return repairs.stream()
        .filter(other -> !other.ticketId().equals(repair.ticketId()))
        .flatMap(other -> other.resolvedAt().stream())
        .anyMatch(at -> at <= repair.createdAt() && repair.createdAt() <= after(at, WITHIN));
  }

  /** From when on a repair has no say any more. */
  public static long forgetAt(Repair repair) {
    long last = after(repair.createdAt(), LOOKED_AT);
    for (long resolved : repair.resolvedAt()) {
      last = Math.max(last, after(resolved, WITHIN + LOOKED_AT));
    }
    return last;
  }

  private static long after(long at, long millis) {
    return at < Clock.NEVER - millis ? at + millis : Clock.NEVER;
  }
}

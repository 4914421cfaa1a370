package io.aftercare.launcher.simulate;

import java.time.ZoneId;
import java.util.List;

/**
 * A region of the simulated service.
 *
 * @param name its code, as on the events
 * @param zone where its days and nights are
 * @param share of all tickets; the shares of {@link #ALL} add up to 1
 * @param staffing demand that its planners expect, as a multiple of what comes
 */
public record Region(String name, ZoneId zone, double share, double staffing) {

  /** The regions, largest first: whatever the hour, some are awake; one has a half-hour zone. */
  public static final List<Region> ALL =
      List.of(
          new Region("metro", ZoneId.of("Europe/Berlin"), 0.22, 1.00),
          new Region("coast", ZoneId.of("America/New_York"), 0.20, 0.98),
          new Region("delta", ZoneId.of("Asia/Shanghai"), 0.17, 1.02),
          new Region("north", ZoneId.of("Europe/Stockholm"), 0.12, 1.05),
          new Region("lakes", ZoneId.of("America/Chicago"), 0.10, 0.98),
          new Region("valley", ZoneId.of("Asia/Kolkata"), 0.09, 0.97),
          new Region("west", ZoneId.of("America/Los_Angeles"), 0.06, 1.03),
          new Region("islands", ZoneId.of("Pacific/Auckland"), 0.04, 1.00));

  /** Whether it has a queue of its own for technical matters: large regions have. */
  boolean hasTechnicalQueue() {
    return share > 0.08;
  }

  /** Whether its switch is of the make that numbers its events. */
  boolean numberedCalls() {
    return ALL.indexOf(this) % 2 == 0;
  }

  /** The names of {@link #ALL}. */
  public static List<String> names() {
    return ALL.stream().map(Region::name).toList();
  }
}

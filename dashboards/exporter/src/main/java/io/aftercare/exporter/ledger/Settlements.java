package io.aftercare.exporter.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The settlements that came last, by the instant of the settlement. Not thread-safe. */
final class Settlements {
  /** How many can be asked for. */
  static final int LISTED = 2_000;

  /** Some more, so that those taken back leave no gap. */
  private static final int KEPT = LISTED + 1_000;

  private final Map<String, Settlement> byClock = new HashMap<>();
  private final TreeSet<Settlement> newestFirst = new TreeSet<>(Settlement.NEWEST_FIRST);

  /** Puts a settlement in the place of what the clock's was; once corrected, always corrected. */
  void put(Settlement settled) {
    Settlement before = remove(settled.clockId());
    boolean corrected = settled.corrected() || (before != null && before.corrected());
    Settlement kept = corrected ? settled.asCorrected() : settled;
    byClock.put(kept.clockId(), kept);
    newestFirst.add(kept);
    if (newestFirst.size() > KEPT) {
      Settlement earliest = newestFirst.last();
      remove(earliest.clockId());
    }
  }

  @Nullable Settlement remove(String clockId) {
    Settlement before = byClock.remove(clockId);
    if (before != null) {
      newestFirst.remove(before);
    }
    return before;
  }

  /** Lets go of what settled before this instant. */
  void forgetBefore(Instant horizon) {
    while (!newestFirst.isEmpty() && newestFirst.last().settledAt().isBefore(horizon)) {
      byClock.remove(newestFirst.last().clockId());
      newestFirst.remove(newestFirst.last());
    }
  }

  List<Settlement> newestFirst() {
    return newestFirst.stream().limit(LISTED).toList();
  }
}

package io.aftercare.flow;

import io.aftercare.domain.measure.BirthChange;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up changes of the backlog by birth minute: what is said of a minute counts all that happened
 * before it.
 */
@SuppressWarnings("NullAway.Init") // open calls begin before anything else
public final class CountBirths extends AddUp<BirthChange, BirthChange> {
  private static final long serialVersionUID = 1;

  private transient Map<BirthChange, Long> counts;

  /**
   * @param flushMillis processing time between flushes, ms
   */
  public CountBirths(long flushMillis) {
    super(flushMillis, true);
  }

  @Override
  void begin() {
    counts = new HashMap<>();
  }

  @Override
  void add(BirthChange change) {
    counts.merge(change.times(0), change.more(), Long::sum);
  }

  @Override
  void flush() {
    counts.forEach(
        (birth, more) -> {
          if (more != 0) {
            emit(new BirthChange(birth.region(), birth.priority(), birth.birthMinute(), more));
          }
        });
    counts.clear();
  }
}

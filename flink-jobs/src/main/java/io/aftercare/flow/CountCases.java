package io.aftercare.flow;

import io.aftercare.domain.complaint.CaseCount;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up what is counted per bin of a region: events come at event rate, bins do not. */
@SuppressWarnings("NullAway.Init") // open calls begin before anything else
public final class CountCases extends AddUp<CaseCount, CaseCount> {
  private static final long serialVersionUID = 1;

  private transient Map<CaseCount, Long> counts;

  /**
   * @param flushMillis processing time between flushes, ms
   */
  public CountCases(long flushMillis) {
    super(flushMillis, true);
  }

  @Override
  void begin() {
    counts = new LinkedHashMap<>();
  }

  @Override
  void add(CaseCount one) {
    counts.merge(one.times(0), one.more(), Long::sum);
  }

  @Override
  void flush() {
    counts.forEach(
        (each, more) -> {
          if (more != 0) {
            emit(each.times(more));
          }
        });
    counts.clear();
  }
}

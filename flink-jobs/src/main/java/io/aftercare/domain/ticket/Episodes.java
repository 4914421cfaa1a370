package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.ClockMetric;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The episodes of a ticket while an event is applied: of each metric the last. */
final class Episodes {
  private final Map<ClockMetric, Episode> last = new EnumMap<>(ClockMetric.class);

  Episodes(Collection<Episode> episodes) {
    episodes.forEach(e -> last.put(e.metric(), e));
  }

  @Nullable Episode of(ClockMetric metric) {
    return last.get(metric);
  }

  boolean running(ClockMetric metric) {
    Episode episode = last.get(metric);
    return episode != null && episode.running();
  }

  /** How often the metric has run. */
  int number(ClockMetric metric) {
    Episode episode = last.get(metric);
    return episode == null ? 0 : episode.number();
  }

  Episode begin(ClockMetric metric, long since) {
    return begin(metric, number(metric) + 1, since);
  }

  Episode begin(ClockMetric metric, int number, long since) {
    Episode episode = new Episode(metric, number, since, true);
    last.put(metric, episode);
    return episode;
  }

  void end(ClockMetric metric) {
    last.computeIfPresent(metric, (m, episode) -> episode.ended());
  }

  void endAll() {
    last.replaceAll((metric, episode) -> episode.ended());
  }

  void startEarlier(ClockMetric metric, long start) {
    last.computeIfPresent(metric, (m, episode) -> episode.from(start));
  }

  /** In the order of the metrics. */
  List<Episode> all() {
    return List.copyOf(last.values());
  }
}

package io.aftercare.exporter.board;

import io.aftercare.exporter.board.QueueRow.ServiceLevelRow;
import io.aftercare.exporter.view.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The service levels of a queue: a row for every definition and window, whether the metrics told of
 * it or not. One whose n was not told, or is 0, is none.
 */
final class ServiceLevels {
  private static final List<String> DEFINITIONS =
      List.of(
          "excl_short_abandons",
          "of_offered",
          "of_answered",
          "excl_all_abandons",
          "abandon_in_time_counts");
  private static final List<String> WINDOWS = List.of("hour", "hour_offered");

  private final Map<Key, Double> ratios = new HashMap<>();
  private final Map<Key, Long> calls = new HashMap<>();

  private record Key(String definition, String window) {
    static Key of(Level level) {
      return new Key(level.label("definition"), level.label("window"));
    }
  }

  void addRatio(Level level) {
    ratios.put(Key.of(level), level.value());
  }

  void addCalls(Level level) {
    calls.put(Key.of(level), Waits.callers(level));
  }

  List<ServiceLevelRow> rows() {
    List<ServiceLevelRow> rows = new ArrayList<>();
    for (String definition : DEFINITIONS) {
      for (String window : WINDOWS) {
        Key key = new Key(definition, window);
        long of = calls.getOrDefault(key, 0L);
        rows.add(new ServiceLevelRow(definition, window, of, Ratio.told(ratios.get(key), of)));
      }
    }
    return rows;
  }
}

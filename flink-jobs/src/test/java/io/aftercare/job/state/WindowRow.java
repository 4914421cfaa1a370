package io.aftercare.job.state;

import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was said last of each window of a region, of those that hold something else than the one
 * before. Left out is what depends on the order of arrival: an event counts where its ticket was as
 * far as was known.
 */
final class WindowRow {
  private WindowRow() {}

  static Map<String, Map<String, String>> truth(List<WindowEntry> said) {
    Map<String, NavigableMap<Long, Map<String, String>>> last = new TreeMap<>();
    for (WindowEntry e : said) {
      if (e.dimension() == Dimension.REGION) {
        last.computeIfAbsent(e.region() + " " + e.span(), window -> new TreeMap<>())
            .put(e.end(), row(e.figures()));
      }
    }
    Map<String, Map<String, String>> truth = new TreeMap<>();
    last.forEach(
        (window, ends) -> {
          Map<String, String> before = Map.of();
          for (Map.Entry<Long, Map<String, String>> end : ends.entrySet()) {
            if (!end.getValue().equals(before)) {
              truth.put(window + " " + Instant.ofEpochMilli(end.getKey()), end.getValue());
            }
            before = end.getValue();
          }
        });
    return truth;
  }

  private static Map<String, String> row(Figures figures) {
    Map<String, String> row = new TreeMap<>();
    for (What what : What.values()) {
      if (what != What.EVENT && figures.count(what) != 0) {
        row.put(what.toString(), Long.toString(figures.count(what)));
      }
    }
    if (!row.isEmpty()) {
      row.put("met", figures.met().toString());
      row.put("breached", figures.breached().toString());
      row.put(
          "first response", figures.firstResponse() + " " + figures.firstResponse().quantile(90));
      row.put("resolution", figures.resolution() + " " + figures.resolution().quantile(90));
    }
    return row;
  }
}

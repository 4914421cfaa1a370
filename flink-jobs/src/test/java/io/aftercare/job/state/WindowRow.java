package io.aftercare.job.state;

import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was said last of each window of a region, without those that hold nothing. Left out is what
 * depends on the order of arrival: an event counts where its ticket was as far as was known.
 */
final class WindowRow {
  private WindowRow() {}

  static Map<String, Map<String, String>> truth(List<WindowEntry> said) {
    Map<String, Map<String, String>> last = new TreeMap<>();
    for (WindowEntry e : said) {
      Map<String, String> row = row(e.figures());
      String window = "%s %s %d".formatted(e.region(), e.span(), e.end());
      if (e.dimension() == Dimension.REGION && row.isEmpty()) {
        last.remove(window);
      } else if (e.dimension() == Dimension.REGION) {
        last.put(window, row);
      }
    }
    return last;
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

package io.aftercare.launcher.replay.report;

import io.aftercare.contract.Distribution;
import io.aftercare.contract.SlaCount;
import io.aftercare.contract.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * windows.csv: the windows that closed, each as it was told last, by region, dimension, cell,
 * length and end. A window that holds the same as the one before it has no row: a row stands until
 * the next. Cells of parts have counts only.
 */
public final class WindowsReport {
  /** Its name. */
  public static final String FILE = "windows.csv";

  private static final String HEADER =
      "region,dimension,cell,window,start,end,created,resolved,reopened,closed,cancelled,"
          + "transferred_in,transferred_out,events,first_response_n,first_response_sum_s,"
          + "first_response_p50_s,first_response_p90_s,first_response_p95_s,first_response_p99_s,"
          + "resolution_n,resolution_sum_s,resolution_p50_s,resolution_p90_s,resolution_p95_s,"
          + "resolution_p99_s,sla_met,sla_breached";

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::region, CodePoints.ORDER)
          .thenComparing(Key::dimension)
          .thenComparing(Key::cell, CodePoints.ORDER)
          .thenComparing(Key::window)
          .thenComparing(Key::end);

  private final String sla;
  private final Map<Key, List<Object>> rows = new TreeMap<>(ORDER);

  private record Key(String region, String dimension, String cell, String window, Instant end) {}

  /**
   * Empty.
   *
   * @param sla the SLA that verdicts are reported of
   */
  public WindowsReport(String sla) {
    this.sla = sla;
  }

  /** Takes the next record of the topic. */
  public void add(Window w) {
    Key key =
        new Key(
            w.getRegion() == null ? RegionBuckets.ALL : w.getRegion().intern(),
            w.getDimension().name().toLowerCase(Locale.ROOT).intern(),
            w.getCell().intern(),
            w.getWindow().intern(),
            w.getEnd());
    rows.put(key, figures(w));
  }

  private List<Object> figures(Window w) {
    List<Object> cells = new ArrayList<>();
    cells.add(Times.text(w.getStart()));
    cells.add(Times.text(w.getEnd()));
    cells.addAll(
        List.of(
            w.getCreated(),
            w.getResolved(),
            w.getReopened(),
            w.getClosed(),
            w.getCancelled(),
            w.getTransferredIn(),
            w.getTransferredOut(),
            w.getEvents()));
    add(w.getFirstResponse(), cells);
    add(w.getResolution(), cells);
    cells.add(w.getSlas().stream().filter(this::isReported).mapToLong(SlaCount::getMet).sum());
    cells.add(w.getSlas().stream().filter(this::isReported).mapToLong(SlaCount::getBreached).sum());
    return cells;
  }

  private boolean isReported(SlaCount count) {
    return count.getSla().equals(sla);
  }

  private static void add(Distribution durations, List<Object> cells) {
    cells.add(durations.getCount());
    cells.add(durations.getP50Millis() == null ? "" : Times.seconds(durations.getSumMillis()));
    cells.add(seconds(durations.getP50Millis()));
    cells.add(seconds(durations.getP90Millis()));
    cells.add(seconds(durations.getP95Millis()));
    cells.add(seconds(durations.getP99Millis()));
  }

  private static String seconds(@Nullable Long millis) {
    return millis == null ? "" : Times.seconds(millis);
  }

  /** Writes the file. */
  public void write(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, HEADER)) {
      for (Map.Entry<Key, List<Object>> row : rows.entrySet()) {
        Key key = row.getKey();
        List<Object> cells =
            new ArrayList<>(List.of(key.region(), key.dimension(), key.cell(), key.window()));
        cells.addAll(row.getValue());
        table.row(cells);
      }
    }
  }
}

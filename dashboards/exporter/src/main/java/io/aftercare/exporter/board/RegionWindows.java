package io.aftercare.exporter.board;

import io.aftercare.contract.Window;
import io.aftercare.contract.WindowDimension;
import io.aftercare.exporter.window.LastWindows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows of a whole region, the shortest first. */
final class RegionWindows {
  private static final List<String> LENGTHS = List.of("5m", "1h", "24h", "today");

  private RegionWindows() {}

  static List<WindowRow> of(LastWindows windows, String region, @Nullable Instant eventTime) {
    return windows.all().stream()
        .filter(each -> isOf(each, region))
        .sorted(Comparator.comparing(each -> LENGTHS.indexOf(each.getWindow())))
        .map(each -> WindowRow.of(each, eventTime))
        .toList();
  }

  private static boolean isOf(Window window, String region) {
    return region.equals(window.getRegion())
        && window.getDimension() == WindowDimension.REGION
        && LENGTHS.contains(window.getWindow());
  }

  /** The last hour of these; null: not told. */
  static @Nullable WindowRow hour(List<WindowRow> windows) {
    return windows.stream().filter(each -> each.window().equals("1h")).findFirst().orElse(null);
  }
}

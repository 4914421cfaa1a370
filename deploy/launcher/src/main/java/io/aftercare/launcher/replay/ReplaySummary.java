package io.aftercare.launcher.replay;

import io.aftercare.launcher.replay.feed.LoadSummary;
import io.aftercare.launcher.replay.report.RejectedLine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The short table at the end of a replay, for a person. */
record ReplaySummary(
    Path reports,
    LoadSummary loaded,
    Accounting accounting,
    List<RejectedLine> rejected,
    Instant asOf) {

  void print(Findings findings, Duration took, PrintWriter out) {
    out.println();
    findings.print(out);
    lines(findings, took, out);
    out.flush();
  }

  private void lines(Findings findings, Duration took, PrintWriter out) {
    double seconds = Math.max(took.toMillis(), 1) / 1000.0;
    out.println(findings.basis() + ", as of " + asOf + ", " + loaded.lines() + " lines read");
    out.println(accounting.line() + (accounting.holds() ? "" : "  DOES NOT ADD UP"));
    if (!rejected.isEmpty()) {
      out.println("rejected: " + reasons());
    }
    findings.lines().forEach(out::println);
    out.println(
        String.format(
            Locale.ROOT,
            "%.1f s in all, %,.0f events/s; reports in %s",
            seconds,
            accounting.read() / seconds,
            reports));
  }

  private String reasons() {
    Map<String, Long> byReason =
        rejected.stream()
            .collect(
                Collectors.groupingBy(RejectedLine::reason, TreeMap::new, Collectors.counting()));
    return byReason.entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A name that fits its column. */
  static String shown(String name, int width) {
    return name.length() <= width ? name : name.substring(0, width - 1) + "~";
  }
}

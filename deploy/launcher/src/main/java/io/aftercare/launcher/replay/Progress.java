package io.aftercare.launcher.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a phase is: a bar with rate and time left on a terminal, elsewhere a plain line every 10
 * s and one at its end.
 */
final class Progress implements AutoCloseable {
  private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final String phase;
  private final String unit;
  private final PrintWriter out;
  private final @Nullable ProgressBar bar;
  private final long began = System.nanoTime();
  private final long total;
  private long done;
  private String note = "";
  private long lastLine = began;

  Progress(String phase, String unit, long total, boolean terminal, PrintWriter out) {
    this.phase = phase;
    this.unit = unit;
    this.total = total;
    this.out = out;
    this.bar = terminal ? bar(phase, unit, total) : null;
  }

  private static ProgressBar bar(String phase, String unit, long total) {
    return new ProgressBarBuilder()
        .setTaskName(phase)
        .setInitialMax(total)
        .setUnit(" " + unit, 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .setUpdateIntervalMillis(200)
        .showSpeed()
        .build();
  }

  /** So much is done now; the note stands behind it. */
  void at(long now, String remark) {
    done = Math.min(now, total);
    note = remark;
    if (bar != null) {
      bar.stepTo(done);
      bar.setExtraMessage(" " + note);
    } else if (System.nanoTime() - lastLine >= PLAIN_EVERY_NANOS) {
      lastLine = System.nanoTime();
      print(true);
    }
  }

  private void print(boolean running) {
    double seconds = (System.nanoTime() - began) / 1e9;
    double rate = done / Math.max(seconds, 0.001);
    String left =
        running && rate > 0
            ? String.format(Locale.ROOT, ", %.0f s left", (total - done) / rate)
            : "";
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d %s (%.0f %%), %,.0f %s/s%s%s",
            phase,
            done,
            total,
            unit,
            total == 0 ? 100.0 : 100.0 * done / total,
            rate,
            unit,
            left,
            note.isEmpty() ? "" : "; " + note));
    out.flush();
  }

  /** The phase is over, all of it done. */
  void finish() {
    done = total;
    if (bar != null) {
      bar.stepTo(total);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    } else {
      print(false);
    }
  }
}

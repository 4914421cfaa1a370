package io.aftercare.launcher.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * One line that says how things go: rewritten in place on a terminal, a plain line every 10 s
 * elsewhere. The rate is over the last 10 s, for counters move at checkpoints only.
 */
public final class LiveLine {
  private static final Duration RATE_WINDOW = Duration.ofSeconds(10);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Source figures;
  private final PrintWriter out;
  private final boolean inPlace;
  private final Deque<Reading> readings = new ArrayDeque<>();
  private Figures latest = Figures.NONE;
  private int width;
  private String shown = "";

  /** Where the figures come from. */
  @FunctionalInterface
  public interface Source {
    /** The figures of this moment, or why there are none. */
    MetricsPage page() throws IOException;
  }

  private record Reading(Instant at, long eventsRead) {}

  /** A line of what is served at this address, without TLS and passwords. */
  public LiveLine(URI metrics, PrintWriter out, boolean inPlace) {
    this(() -> MetricsPage.fetch(metrics), out, inPlace);
  }

  /** A line of these figures. */
  public LiveLine(Source figures, PrintWriter out, boolean inPlace) {
    this.figures = figures;
    this.out = out;
    this.inPlace = inPlace;
  }

  /** How long to wait between two lines. */
  public Duration interval() {
    return inPlace ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
  }

  /** Reads the figures and shows them. */
  public void show(Instant now) {
    try {
      latest = Figures.of(figures.page());
      print(text(rate(now)));
    } catch (IOException notAnswering) {
      print("the exporter does not answer: " + notAnswering.getMessage());
    }
  }

  /** Says something that stays; the live line goes on below it. */
  public void say(String lasting) {
    if (inPlace && width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
    }
    out.println(lasting);
    if (inPlace && width > 0) {
      out.print(shown);
    }
    out.flush();
  }

  /** The figures shown last. */
  public Figures latest() {
    return latest;
  }

  /** Leaves the line as it stands and goes to the next. */
  public void end() {
    if (inPlace && width > 0) {
      out.println();
      out.flush();
    }
  }

  private double rate(Instant now) {
    while (readings.size() > 1
        && Duration.between(readings.getFirst().at(), now).compareTo(RATE_WINDOW) > 0) {
      readings.removeFirst();
    }
    readings.addLast(new Reading(now, latest.eventsRead()));
    Reading oldest = readings.getFirst();
    double seconds = Duration.between(oldest.at(), now).toMillis() / 1000.0;
    return seconds == 0 ? 0 : (latest.eventsRead() - oldest.eventsRead()) / seconds;
  }

  private String text(double eventsPerSecond) {
    return String.format(
        Locale.ROOT,
        "%s  %,.0f events/s  created %,d  breached %,d  backlog %,d",
        latest.eventTime().map(TIME::format).orElse("no event yet"),
        eventsPerSecond,
        latest.created(),
        latest.breached(),
        latest.backlog());
  }

  private void print(String line) {
    if (inPlace) {
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
      shown = line;
    } else {
      out.println(line);
    }
    out.flush();
  }
}

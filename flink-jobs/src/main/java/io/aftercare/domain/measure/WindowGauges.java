package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.window.Sketch;
import io.aftercare.domain.window.Span;
import io.aftercare.domain.window.What;
import io.aftercare.domain.window.WindowEntry;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What a region's window that closed last says, as levels: the newest stands. */
public final class WindowGauges {
  private static final Set<String> OF_VERDICTS = Set.of(Span.DAY.label(), Span.TODAY.label());
  private static final int[] PERCENT = {50, 90, 95, 99};
  private static final String[] QUANTILES = {"0.5", "0.9", "0.95", "0.99"};
  private static final double MILLIONTHS = 1_000_000.0;

  private WindowGauges() {}

  /** The slas of which a window has verdicts, as far as these are told as levels. */
  public static SortedSet<String> slas(WindowEntry window) {
    SortedSet<String> slas = new TreeSet<>();
    if (OF_VERDICTS.contains(window.span())) {
      slas.addAll(window.figures().met().keySet());
      slas.addAll(window.figures().breached().keySet());
    }
    return slas;
  }

  /**
   * Says all of one region's window.
   *
   * @param before the slas of which the window that closed before had verdicts
   */
  public static void of(
      WindowEntry window, Collection<String> before, BiConsumer<Series, Total> out) {
    String region = window.region() == null ? Facts.UNKNOWN_REGION : window.region();
    String span = window.span();
    quantiles(Measure.WINDOW_FIRST_RESPONSE, region, span, window.figures().firstResponse(), out);
    quantiles(Measure.WINDOW_RESOLUTION, region, span, window.figures().resolution(), out);
    tickets(region, span, "created", window.figures().count(What.CREATED), out);
    tickets(region, span, "resolved", window.figures().count(What.RESOLVED), out);
    SortedSet<String> slas = slas(window);
    slas.addAll(before);
    for (String sla : slas) {
      long met = window.figures().met().getOrDefault(sla, 0L);
      long settled = met + window.figures().breached().getOrDefault(sla, 0L);
      List<String> labels = List.of(region, sla, span);
      out.accept(
          new Series(Measure.WINDOW_SLA_RATIO, labels),
          settled == 0 ? Total.ABSENT : level(Math.round(met * MILLIONTHS / settled)));
      out.accept(
          new Series(Measure.WINDOW_SLA_SETTLED, labels),
          settled == 0 ? Total.ABSENT : level(settled));
    }
  }

  private static void quantiles(
      Measure measure, String region, String span, Sketch spans, BiConsumer<Series, Total> out) {
    for (int i = 0; i < PERCENT.length; i++) {
      OptionalDouble quantile = spans.quantile(PERCENT[i]);
      out.accept(
          new Series(measure, List.of(region, span, QUANTILES[i])),
          quantile.isEmpty() ? Total.ABSENT : level(Math.round(quantile.getAsDouble())));
    }
  }

  private static void tickets(
      String region, String span, String event, long count, BiConsumer<Series, Total> out) {
    out.accept(new Series(Measure.WINDOW_TICKETS, List.of(region, span, event)), level(count));
  }

  /** A level of so much. */
  public static Total level(long value) {
    return new Total(value, List.of());
  }
}

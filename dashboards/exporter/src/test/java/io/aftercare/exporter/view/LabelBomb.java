package io.aftercare.exporter.view;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labels as a broken or hostile source would write them. Run as a program it drops {@value
 * #REGIONS} regions of 10 kB into a view, in as much memory as the caller gives it.
 */
public final class LabelBomb {
  public static final int REGIONS = 100_000;
  private static final int HUGE = 10_000;

  /** One of each kind of mischief. */
  private static final List<String> NASTY =
      List.of(
          "a \"b\"",
          "a\\",
          "two\nlines",
          "cr\rlf\r\n",
          "nul\0nul",
          "esc\u001b[31m",
          "\u007f\u0085",
          "\ud800",
          "\ud801",
          "\udc00tail",
          "",
          " ",
          "}",
          "{region=\"x\"} 1\n# EOF",
          "other",
          "unknown",
          "\uFFFD",
          "\uFEFFbom",
          "\u202Ertl",
          "n".repeat(256),
          "n".repeat(257),
          "東".repeat(86));

  private LabelBomb() {}

  /** Counters, a gauge and a histogram of each nasty region, and names that are nobody's. */
  public static Stream<MetricRecord> nasty() {
    return NASTY.stream()
        .flatMap(
            text ->
                Stream.of(
                    Told.created(text, 1),
                    Told.counter(
                        Told.CREATED, Map.of("region", "r", "channel", text, "priority", "p1"), 1),
                    Told.backlog(text, 1, 1),
                    Told.resolution(text, 1, 0, 60),
                    foreign("aftercare_foreign_total", Map.of("what", text)),
                    foreign("aftercare_foreign_total", Map.of()),
                    foreign("aftercare_" + text, Map.of()),
                    foreign("aftercare_foreign_total", Map.of("x" + text, "v")),
                    MetricRecord.newBuilder(foreign("aftercare_job_total", Map.of("j", text)))
                        .setJob("job " + text)
                        .build()));
  }

  /** A ticket created in each of so many regions. */
  public static Stream<MetricRecord> regions(int count) {
    return IntStream.range(0, count).mapToObj(i -> Told.created("region " + i, 1));
  }

  /** Metrics, and label names of one metric, without end. */
  public static Stream<MetricRecord> names(int count) {
    return IntStream.range(0, count)
        .boxed()
        .flatMap(
            i ->
                Stream.of(
                    foreign("aftercare_foreign_" + i + "_total", Map.of("a", "b")),
                    foreign("aftercare_foreign_total", Map.of("label_" + i, "b"))));
  }

  private static MetricRecord foreign(String name, Map<String, String> labels) {
    return Told.record(name, MetricKind.COUNTER, labels).setValue(1).build();
  }

  public static void main(String[] none) {
    MetricsView view = new MetricsView(List.of(), 30_000);
    for (int i = 0; i < REGIONS; i++) {
      String region = "x".repeat(HUGE) + i;
      view.apply(region, Told.created(region, 1));
    }
    System.out.println("overflows " + view.counts().overflows());
    System.out.println(Told.moved(view.totals()));
  }
}

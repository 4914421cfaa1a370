package io.aftercare.exporter;

import com.sun.management.OperatingSystemMXBean;
import io.aftercare.contract.MetricRecord;
import io.aftercare.exporter.topic.Readiness;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.view.SeriesMix;
import io.aftercare.exporter.web.WebGuard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's half of {@link ScrapeBench}: says its port, then obeys lines of its input. {@code
 * tell N}: every N-th series grows (0: none). {@code cpu}: says the processor time of this process
 * so far without that of telling, in ns.
 */
final class ScrapedProcess {
  private static final Readiness READY =
      new Readiness() {
        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public String describe() {
          return "ready";
        }
      };

  private final MetricsView view = new MetricsView(List.of(), 0);
  private final List<MetricRecord> series;
  private int told;

  private ScrapedProcess(int timeSeries) {
    this.series = new ArrayList<>(SeriesMix.of(timeSeries));
    series.forEach(each -> view.apply(key(each), each));
    view.settle();
  }

  public static void main(String[] arguments) throws IOException {
    ScrapedProcess process = new ScrapedProcess(Integer.parseInt(arguments[0]));
    ExporterServer server =
        ExporterServer.start(
            "127.0.0.1", 0, WebGuard.of(null), MetricsAlone.of(process.view, READY, READY));
    System.out.println(server.port() + " " + process.view.timeSeries());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(line.equals("cpu") ? cpu() : process.tell(line.substring(5)));
    }
    server.close();
  }

  private int tell(String everyNth) {
    int step = Integer.parseInt(everyNth);
    for (int i = told % Math.max(step, 1); step > 0 && i < series.size(); i += step) {
      MetricRecord grown = SeriesMix.grown(series.get(i), 1);
      series.set(i, grown);
      view.apply(key(grown), grown);
    }
    return ++told;
  }

  private static String key(MetricRecord metric) {
    return metric.getName() + metric.getLabels();
  }

  /** Telling is done by this thread alone. */
  private static long cpu() {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return process.getProcessCpuTime()
        - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

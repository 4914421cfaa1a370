package io.aftercare.launcher.demo;

import io.aftercare.launcher.monitoring.Monitoring;
import io.aftercare.launcher.monitoring.MonitoringSetup;
import io.aftercare.launcher.monitoring.MonitoringTools;
import io.aftercare.launcher.monitoring.NotificationLine;
import io.aftercare.launcher.monitoring.NotificationReceiver;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Who watches the demo: Prometheus and Alertmanager and what they have to say, or nobody. */
interface Lookout extends AutoCloseable {

  /** Starts these programs to watch what is served there; null: nobody watches. */
  static Lookout start(@Nullable MonitoringTools tools, URI metrics)
      throws IOException, InterruptedException {
    return tools == null ? new Nobody(metrics) : Programs.start(tools, metrics);
  }

  /** A line of the welcome; without a name it goes on with the one above. */
  record Fact(String name, String text) {}

  /** What the welcome says of it. */
  List<Fact> whereToLook();

  /** Lines that have come since it was last asked. */
  List<String> news();

  boolean isRunning();

  /** Fails with the reason if one of the programs has ended by itself. */
  void requireRunning();

  @Override
  void close();

  /** Says how somebody's own Prometheus would watch. */
  record Nobody(URI metrics) implements Lookout {
    @Override
    public List<Fact> whereToLook() {
      return List.of(
          new Fact("Alerts", "--with-prometheus watches this with Prometheus and Alertmanager"),
          new Fact("Your own", "./aftercare rules --out DIR, and in your prometheus.yml:"),
          new Fact("", "rule_files: [DIR/*.yaml]"),
          new Fact(
              "",
              "scrape_configs: [{job_name: aftercare, static_configs: [{targets: ['%s']}]}]"
                  .formatted(metrics.getAuthority())));
    }

    @Override
    public List<String> news() {
      return List.of();
    }

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public void requireRunning() {}

    @Override
    public void close() {}
  }

  /** Both programs, and the webhook at which their notifications come in. */
  record Programs(NotificationReceiver receiver, Monitoring monitoring, Queue<String> lines)
      implements Lookout {
    static Lookout start(MonitoringTools tools, URI metrics)
        throws IOException, InterruptedException {
      Queue<String> lines = new ConcurrentLinkedQueue<>();
      NotificationReceiver receiver =
          NotificationReceiver.start(told -> NotificationLine.of(told).ifPresent(lines::add));
      try {
        MonitoringSetup setup = MonitoringSetup.of(metrics.getAuthority(), receiver.address());
        return new Programs(receiver, Monitoring.start(tools, setup), lines);
      } catch (IOException | InterruptedException | RuntimeException failure) {
        receiver.close();
        throw failure;
      }
    }

    @Override
    public List<Fact> whereToLook() {
      return List.of(
          new Fact("Prometheus", monitoring.prometheus() + "/alerts"),
          new Fact("Alertmanager", monitoring.alertmanager().toString()));
    }

    @Override
    public List<String> news() {
      List<String> news = new ArrayList<>();
      for (String line = lines.poll(); line != null; line = lines.poll()) {
        news.add(line);
      }
      return news;
    }

    @Override
    public boolean isRunning() {
      return monitoring.isRunning();
    }

    @Override
    public void requireRunning() {
      monitoring.requireRunning();
    }

    @Override
    public void close() {
      try (receiver) {
        monitoring.close();
      }
    }
  }
}

package io.aftercare.launcher.replay;

import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.kafka.EventStream;
import io.aftercare.job.ComplaintJob;
import io.aftercare.job.TicketJob;
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.replay.report.Reports;
import io.aftercare.launcher.replay.report.SpikesReport;
import io.aftercare.launcher.replay.report.Stories;
import io.aftercare.launcher.replay.report.WindowsReport;
import io.aftercare.launcher.service.MetricsPage;
import io.aftercare.launcher.service.Product.Job;
import io.aftercare.launcher.service.Product.JobStarter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The replay of ticket files. */
record TicketReplay(ReplayOptions options) implements Replayed {

  @Override
  public List<String> files() {
    List<String> files = new ArrayList<>(Reports.FILES);
    files.add(WindowsReport.FILE);
    files.addAll(SpikesReport.FILES);
    return files;
  }

  @Override
  public JobStarter job() {
    return TicketJob::submit;
  }

  @Override
  public List<Job> further() {
    return options.spikes()
        ? List.of(new Job(EventStream.CASES.name(), ComplaintJob::submit))
        : List.of();
  }

  @Override
  public Rulebook rules() {
    return options.rules();
  }

  @Override
  public Findings report(
      OutputTopics topics, List<RejectedLine> rejected, MetricsPage metrics, Instant asOf)
      throws IOException {
    Stories stories = new Stories(options.view());
    topics.readInto(stories);
    Reports reports = new Reports(options.view(), options.sla(), asOf, options.zone());
    reports.write(options.out(), stories, rejected);
    if (options.windows()) {
      WindowsReport windows = new WindowsReport(options.sla());
      topics.readInto(windows);
      windows.write(options.out().resolve(WindowsReport.FILE));
    }
    if (options.spikes()) {
      SpikesReport spikes = new SpikesReport();
      topics.readInto(spikes);
      spikes.write(options.out());
    }
    double corrections = metrics.sum(MetricCatalogue.SLA_CORRECTIONS.metricName(), Map.of());
    return new TicketFindings(
        options.sla(), reports.totals(stories), reports.shadows(stories), Math.round(corrections));
  }
}

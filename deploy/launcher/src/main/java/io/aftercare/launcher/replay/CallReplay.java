package io.aftercare.launcher.replay;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.job.CallJob;
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.replay.report.calls.CallReports;
import io.aftercare.launcher.replay.report.calls.Contacts;
import io.aftercare.launcher.service.MetricsPage;
import io.aftercare.launcher.service.Product.JobStarter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The replay of call files. */
record CallReplay(ReplayOptions options) implements Replayed {

  @Override
  public List<String> files() {
    return CallReports.FILES;
  }

  @Override
  public JobStarter job() {
    return CallJob::submit;
  }

  @Override
  public Rulebook rules() {
    return CallRules.under(options.terms(), options.rules());
  }

  @Override
  public Findings report(
      OutputTopics topics, List<RejectedLine> rejected, MetricsPage metrics, Instant asOf)
      throws IOException {
    Contacts contacts = new Contacts();
    topics.readInto(contacts);
    CallReports reports = new CallReports(options.terms(), asOf);
    reports.write(options.out(), contacts, rejected);
    return new CallFindings(options.terms(), reports.totals(contacts), CallAccounting.of(metrics));
  }
}

package io.aftercare.launcher.replay;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.service.MetricsPage;
import io.aftercare.launcher.service.Product.Job;
import io.aftercare.launcher.service.Product.JobStarter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What is particular to one kind of file: who judges its events, and what is reported of them. */
interface Replayed {
  /** Names of the reports. */
  List<String> files();

  /** The job that judges them. */
  JobStarter job();

  /** Jobs that look at the same events for something else, by their streams' names. */
  default List<Job> further() {
    return List.of();
  }

  /** What is promised. */
  Rulebook rules();

  /** Writes the reports, from the output topics alone. */
  Findings report(
      OutputTopics topics, List<RejectedLine> rejected, MetricsPage metrics, Instant asOf)
      throws IOException;

  /** What is particular to the kind of files that were asked for. */
  static Replayed of(ReplayOptions options) {
    return switch (options.mapping().kind()) {
      case TICKETS -> new TicketReplay(options);
      case CALLS -> new CallReplay(options);
    };
  }
}

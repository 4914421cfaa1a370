package io.aftercare.launcher.replay;

import io.aftercare.contract.Topics;
import io.aftercare.job.FlinkDefaults;
import io.aftercare.job.JobSettings;
import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.ExitCodes;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.flink.LocalFlink;
import io.aftercare.launcher.replay.feed.DomainTime;
import io.aftercare.launcher.replay.feed.LoadSummary;
import io.aftercare.launcher.replay.feed.ReplayLoader;
import io.aftercare.launcher.replay.mapping.EventKind;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.replay.report.Reports;
import io.aftercare.launcher.replay.report.Stories;
import io.aftercare.launcher.replay.source.Pseudonyms;
import io.aftercare.launcher.replay.source.TicketRows;
import io.aftercare.launcher.service.MetricsPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One replay: the input is loaded into a broker of its own, judged by the job to its end, and
 * reported from the output topics alone.
 */
final class ReplayRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Nothing is forgotten in a replay. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final ReplayOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Instant began = Instant.now();

  ReplayRun(ReplayOptions options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  int run() throws Exception {
    Mapping mapping = MappingLocator.read(options.mapping());
    if (mapping.kind() != EventKind.TICKETS) {
      throw new ReplayError(
          options.mapping() + ": call files are not replayed by this version; replay ticket files");
    }
    ReplayInput input = ReplayInput.of(options.files(), mapping);
    OutDirectory.prepare(options.out(), options.files());
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, PATIENCE)) {
        admin.createMissing(TopicPlan.simulated(options.partitions()));
      }
      return judge(load(input, mapping, kafka), kafka);
    }
  }

  private LoadSummary load(ReplayInput input, Mapping mapping, Map<String, String> kafka)
      throws IOException {
    TicketRows rows =
        new TicketRows(mapping, Pseudonyms.keyed(System.getenv(Pseudonyms.KEY_VARIABLE)));
    DomainTime time =
        new DomainTime(JobSettings.OUT_OF_ORDERNESS, JobSettings.FUTURE_TOLERANCE, options.asOf());
    try (InputTopic topic = InputTopic.connect(kafka)) {
      ReplayLoader loader =
          new ReplayLoader(rows, Topics.TICKET_EVENTS, options.partitions(), time, began, topic);
      input.loadWith(loader, out);
      return loader.summary();
    }
  }

  private int judge(LoadSummary loaded, Map<String, String> kafka) throws Exception {
    Instant asOf = EndOfTime.of(options.asOf(), loaded.latest());
    JobSettings settings =
        JobSettings.defaults(kafka.getOrDefault("bootstrap.servers", "")).toBuilder()
            .closedRetention(FOR_EVER)
            .checkpointInterval(Duration.ofSeconds(1))
            .asOf(asOf)
            .bounded(true)
            .parallelism(options.parallelism())
            .rules(options.rules())
            .regions(List.copyOf(options.rules().regions().keySet()))
            .build();
    Judging judging = new Judging(settings, out);
    try (LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), options.parallelism())) {
      judging.run(flink, loaded.records());
    }
    return report(loaded, asOf, judging.finalMetrics(), new OutputTopics(kafka));
  }

  private int report(LoadSummary loaded, Instant asOf, String metrics, OutputTopics topics)
      throws IOException {
    Stories stories = new Stories(options.view());
    topics.readInto(stories);
    List<RejectedLine> rejected = topics.rejected();
    Reports reports = new Reports(options.view(), options.sla(), asOf, options.zone());
    reports.write(options.out(), stories, rejected);
    Files.writeString(options.out().resolve(OutDirectory.METRICS), metrics);
    Accounting accounting = Accounting.of(loaded.records(), MetricsPage.parse(metrics));
    new ReplaySummary(options, loaded, accounting, rejected, asOf)
        .print(
            reports.totals(stories),
            reports.shadows(stories),
            Duration.between(began, Instant.now()),
            out);
    return exitCode(loaded, accounting);
  }

  private int exitCode(LoadSummary loaded, Accounting accounting) {
    if (!accounting.holds()) {
      throw new CommandFailure(
          "the records do not add up (%,d sent): %s. The reports are written, but do not trust them"
              .formatted(accounting.sent(), accounting.line()));
    }
    loaded.damaged().forEach(damage -> err.println("aftercare replay: " + damage));
    err.flush();
    return loaded.damaged().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
  }
}

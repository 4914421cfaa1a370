package io.aftercare.launcher.replay;

import io.aftercare.domain.sla.Rulebook;
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
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Pseudonyms;
import io.aftercare.launcher.service.MetricsPage;
import io.aftercare.launcher.service.Product.Job;
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
  private final EventKind kind;
  private final Replayed replayed;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Instant began = Instant.now();

  ReplayRun(ReplayOptions options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.kind = options.mapping().kind();
    this.replayed = Replayed.of(options);
    this.out = out;
    this.err = err;
  }

  int run() throws Exception {
    ReplayInput input = ReplayInput.of(options.files(), options.mapping());
    OutDirectory.prepare(options.out(), replayed.files(), options.files());
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, PATIENCE)) {
        admin.createMissing(TopicPlan.simulated(options.partitions()));
      }
      return judge(load(input, kafka), kafka);
    }
  }

  private LoadSummary load(ReplayInput input, Map<String, String> kafka) throws IOException {
    EventRows rows =
        new EventRows(options.mapping(), Pseudonyms.keyed(System.getenv(Pseudonyms.KEY_VARIABLE)));
    DomainTime time =
        new DomainTime(JobSettings.OUT_OF_ORDERNESS, JobSettings.FUTURE_TOLERANCE, options.asOf());
    try (InputTopic topic = InputTopic.connect(kafka)) {
      ReplayLoader loader =
          new ReplayLoader(rows, kind.topic(), options.partitions(), time, began, topic);
      input.loadWith(loader, out);
      return loader.summary();
    }
  }

  private int judge(LoadSummary loaded, Map<String, String> kafka) throws Exception {
    Instant asOf = EndOfTime.of(options.asOf(), loaded.latest());
    Rulebook rules = replayed.rules();
    JobSettings settings =
        JobSettings.defaults(kafka.getOrDefault("bootstrap.servers", "")).toBuilder()
            .closedRetention(FOR_EVER)
            .checkpointInterval(Duration.ofSeconds(1))
            .asOf(asOf)
            .zone(options.zone())
            .bounded(true)
            .parallelism(options.parallelism())
            .rules(rules)
            .regions(List.copyOf(rules.regions().keySet()))
            .allowedLateness(options.lateness())
            .build();
    Judging judging = new Judging(replayed.job(), kind.stream(), settings, out);
    try (LocalFlink flink = LocalFlink.start(FlinkDefaults.of(settings), options.parallelism())) {
      judging.run(flink, loaded.records());
      for (Job each : replayed.further()) {
        new Judging(each.starter(), each.name(), settings, out).run(flink, loaded.records());
      }
    }
    return report(loaded, asOf, judging.finalMetrics(), new OutputTopics(kafka));
  }

  private int report(LoadSummary loaded, Instant asOf, String metrics, OutputTopics topics)
      throws IOException {
    MetricsPage page = MetricsPage.parse(metrics);
    List<RejectedLine> rejected = topics.rejected(kind.topic());
    Findings findings = replayed.report(topics, rejected, page, asOf);
    Files.writeString(options.out().resolve(OutDirectory.METRICS), metrics);
    Accounting accounting = Accounting.of(kind.stream(), loaded.records(), page);
    new ReplaySummary(options.out(), loaded, accounting, rejected, asOf)
        .print(findings, Duration.between(began, Instant.now()), out);
    return exitCode(loaded, accounting, findings);
  }

  private int exitCode(LoadSummary loaded, Accounting accounting, Findings findings) {
    if (!accounting.holds()) {
      throw wrong(
          "the records do not add up (%,d sent): %s"
              .formatted(accounting.sent(), accounting.line()));
    }
    String contradiction = findings.contradiction();
    if (contradiction != null) {
      throw wrong("the " + kind.stream() + " do not add up: " + contradiction);
    }
    loaded.damaged().forEach(damage -> err.println("aftercare replay: " + damage));
    err.flush();
    return loaded.damaged().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
  }

  private static CommandFailure wrong(String what) {
    return new CommandFailure(what + ". The reports are written, but do not trust them");
  }
}

package io.aftercare.launcher.replay;

import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.io.yaml.DurationText;
import io.aftercare.job.JobSettings;
import io.aftercare.launcher.UsageException;
import io.aftercare.launcher.replay.mapping.EventKind;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.report.RegionView;
import io.aftercare.launcher.replay.report.calls.CallTerms;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code aftercare replay}. */
@Command(
    name = "replay",
    description = {
      "Replays an export through a broker and the jobs in this process, as fast as it goes, and"
          + " writes what they found: of tickets region_hour.csv, region_day.csv, tickets.csv,"
          + " ledger.csv, ledger_log.csv, shadow.csv, flips.csv (and windows.csv, complaints.csv, spike_scores.csv, spikes.csv); of calls queue_hour.csv,"
          + " contacts.csv; of both rejected.csv, metrics.prom.",
      "Several files are read one after the other as one input. Empty lines are skipped and not"
          + " counted. A gzip file that ends early counts up to there; the exit code is then 1."
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final Duration MOST_LATE = Duration.ofDays(31);

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV or JSON lines, gzipped or not; lines in order of arrival.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "MAPPING",
      description =
          "What the columns mean: a YAML file, or a shipped mapping by name ("
              + MappingLocator.SHIPPED
              + ").")
  private String mapping = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Where the reports go; made if need be. Only files of these names are replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description =
          "When time ends, as 2015-04-01T04:00:00Z: nothing later happens. Default: the time of the"
              + " last event, and at most five years after it.")
  private @Nullable Instant asOf;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      converter = ZoneConverter.class,
      description =
          "Tickets: zone of calendar days, as America/New_York. Default: ${DEFAULT-VALUE}.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--by-region",
      paramLabel = "VIEW",
      defaultValue = "owner",
      converter = ViewConverter.class,
      description =
          "Tickets: count one in the region that owned it then (owner) or where the customer is"
              + " (origin). Default: ${DEFAULT-VALUE}.")
  private RegionView view = RegionView.OWNER;

  @Option(
      names = "--sla",
      paramLabel = "SLA",
      defaultValue = "due",
      description =
          "Tickets: the SLA of the columns breached, sla_n, sla_met, due_at, verdict: due,"
              + " resolution or another sla of the policies. Default: ${DEFAULT-VALUE}.")
  private String sla = "due";

  @Option(
      names = "--windows",
      description =
          "Tickets: write windows.csv too, with every window that closed: 5m, 1h, 24h and today,"
              + " one that ends every minute. Large.")
  private boolean windows;

  @Option(
      names = "--spikes",
      description =
          "Tickets: write complaints.csv (complaints per quarter of an hour), spike_scores.csv (how"
              + " unlikely they were) and spikes.csv (what was said of it) too.")
  private boolean spikes;

  @Option(
      names = "--allowed-lateness",
      paramLabel = "SPAN",
      converter = DurationConverter.class,
      description =
          "Tickets, with --windows or --spikes: events so late still correct what is counted over"
              + " time. Default: 1h.")
  private @Nullable Duration lateness;

  @Option(
      names = "--threshold",
      paramLabel = "SPAN",
      converter = DurationConverter.class,
      description =
          "Calls: an answer after so long a wait, as 20s, is in time. Default: the policies'.")
  private @Nullable Duration threshold;

  @Option(
      names = "--short-abandon",
      paramLabel = "SPAN",
      converter = DurationConverter.class,
      description =
          "Calls: who hangs up after less than this, as 5s, had hardly waited. Default: the"
              + " policies'.")
  private @Nullable Duration shortAbandon;

  @Option(
      names = "--inclusive",
      description = "Calls: who hangs up after exactly that wait had hardly waited either.")
  private boolean inclusive;

  @Option(
      names = "--policies",
      paramLabel = "PATH",
      description =
          "File or directory of policies, calendars and regions, as `check policies` reads it; may"
              + " be given several times. If it lists regions, any other counts as unknown."
              + " Default: the shipped policies, and the regions that the input names.")
  private List<Path> policies = List.of();

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of the job; the results are the same. Default: ${DEFAULT-VALUE}.")
  private int parallelism = 2;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "Partitions of the topics; the results are the same. Default: ${DEFAULT-VALUE}.")
  private int partitions = 4;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    require(parallelism >= 1 && parallelism <= 64, "--parallelism " + parallelism + ": 1 to 64");
    require(partitions >= 1 && partitions <= 256, "--partitions " + partitions + ": 1 to 256");
    try {
      return new ReplayRun(options(), spec.commandLine().getOut(), spec.commandLine().getErr())
          .run();
    } catch (ReplayError e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private ReplayOptions options() {
    Mapping meaning = MappingLocator.read(mapping);
    KindOptions.check(meaning, spec.commandLine().getParseResult()::hasMatchedOption, zone);
    Rulebook rules =
        (policies.isEmpty() ? RuleFiles.shipped() : RuleFiles.read(policies)).rulebook();
    if (meaning.kind() == EventKind.TICKETS) {
      List<String> slas = rules.policies().stream().map(Policy::sla).distinct().sorted().toList();
      require(slas.contains(sla), "--sla " + sla + ": one of " + String.join(", ", slas));
    }
    require(threshold == null || !threshold.isZero(), "--threshold 0: 1ms or more");
    require(
        windows || spikes || lateness == null,
        "--allowed-lateness: give --windows or --spikes with it");
    require(
        lateness == null || lateness.compareTo(MOST_LATE) <= 0,
        "--allowed-lateness " + lateness + ": at most 31d");
    CallTerms terms = new CallTerms(threshold, shortAbandon, inclusive);
    return new ReplayOptions(
        files,
        meaning,
        out,
        asOf,
        zone,
        view,
        sla,
        windows,
        spikes,
        lateness == null ? JobSettings.ALLOWED_LATENESS : lateness,
        terms,
        rules,
        parallelism,
        partitions);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UsageException(otherwise);
    }
  }

  /** An instant with its offset. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return java.time.OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no instant; write it as 2015-04-01T04:00:00Z");
      }
    }
  }

  /** A time zone by name. */
  static final class ZoneConverter implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String text) {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no time zone; write it as America/New_York or UTC");
      }
    }
  }

  /** A span of time with its unit. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return DurationText.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + text + "' is no span of time; write it as 20s, 500ms or 2m");
      }
    }
  }

  /** owner or origin. */
  static final class ViewConverter implements ITypeConverter<RegionView> {
    @Override
    public RegionView convert(String text) {
      try {
        return RegionView.valueOf(text.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "' is neither owner nor origin");
      }
    }
  }
}

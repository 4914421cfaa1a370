package io.aftercare.job;

import static io.aftercare.job.config.ValueType.durationFrom;

import io.aftercare.domain.window.Customers;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.io.policy.RuleSet;
import io.aftercare.io.yaml.DurationText;
import io.aftercare.job.config.Config;
import io.aftercare.job.config.ConfigException;
import io.aftercare.job.config.ConfigKey;
import io.aftercare.job.config.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of the sections {@code kafka}, {@code job} and {@code benchmark}, and what they make of
 * a job.
 */
public final class JobKeys {
  public static final ConfigKey<String> BOOTSTRAP_SERVERS =
      ConfigKey.of(
          "kafka.bootstrap_servers",
          ValueType.TEXT,
          "localhost:9092",
          "Addresses of the Kafka brokers, host:port, separated by commas.");

  public static final ConfigKey<Map<String, String>> KAFKA_PROPERTIES =
      ConfigKey.of(
              "kafka.properties",
              ValueType.PROPERTIES,
              "{}",
              "Further Kafka client properties, such as security.protocol; never shown in errors.")
          .hidden();

  public static final ConfigKey<Duration> OUT_OF_ORDERNESS =
      duration(
          "job.out_of_orderness",
          Duration.ZERO,
          JobSettings.OUT_OF_ORDERNESS,
          "How far event time stays behind the newest event.");

  public static final ConfigKey<Duration> IDLE_GRACE =
      duration(
          "job.idle_grace",
          Duration.ZERO,
          JobSettings.IDLE_GRACE,
          "How far event time stays behind the wall clock where all input is read: how long an"
              + " event may take to arrive.");

  public static final ConfigKey<Duration> FUTURE_TOLERANCE =
      duration(
          "job.future_tolerance",
          Duration.ZERO,
          JobSettings.FUTURE_TOLERANCE,
          "An event that claims to have happened later than this after its arrival is a dead"
              + " letter.");

  public static final ConfigKey<Duration> CLOSED_RETENTION =
      duration(
          "job.closed_retention",
          Duration.ofDays(1),
          JobSettings.CLOSED_RETENTION,
          "How long the history of a closed ticket, and of a contact after its last event, is kept for"
              + " events that come late.");

  public static final ConfigKey<Duration> ALLOWED_LATENESS =
      duration(
          "job.allowed_lateness",
          Duration.ZERO,
          JobSettings.ALLOWED_LATENESS,
          "How long after its end a window is corrected by late events; then it is final, and cells"
              + " finer than a region are published.");

  public static final ConfigKey<Integer> SMALLEST_CELL =
      ConfigKey.of(
          "job.smallest_cell",
          ValueType.integer(1, Customers.MOST),
          Integer.toString(JobSettings.SMALLEST_CELL),
          "How many distinct customers at least are behind each count of a cell finer than a region"
              + " that is published by itself.");

  public static final ConfigKey<Duration> LONGEST_WAIT =
      duration(
          "job.longest_wait",
          Duration.ofMinutes(1),
          JobSettings.LONGEST_WAIT,
          "How long a caller is believed to wait in a queue; then the end of the wait was lost, and"
              + " the call counts as failed and timed out.");

  public static final ConfigKey<Duration> LONGEST_TALK =
      duration(
          "job.longest_talk",
          Duration.ofMinutes(1),
          JobSettings.LONGEST_TALK,
          "How long an agent is believed to be on the line; then the end of the call was lost, and"
              + " its handle time does not count.");

  public static final ConfigKey<Duration> LONGEST_WRAP_UP =
      duration(
          "job.longest_wrap_up",
          Duration.ofSeconds(1),
          JobSettings.LONGEST_WRAP_UP,
          "How long after a call its wrap-up may end; then there was none.");

  public static final ConfigKey<Duration> GAUGE_INTERVAL =
      duration(
          "job.gauge_interval",
          Duration.ofMillis(50),
          JobSettings.GAUGE_INTERVAL,
          "How often live gauges are published.");

  public static final ConfigKey<Duration> CHECKPOINT_INTERVAL =
      duration(
          "job.checkpoint_interval",
          Duration.ofMillis(100),
          JobSettings.CHECKPOINT_INTERVAL,
          "How often state is checkpointed; counters are published from completed checkpoints.");

  public static final ConfigKey<String> CHECKPOINT_DIR =
      ConfigKey.of(
          "job.checkpoint_dir",
          ValueType.TEXT,
          "",
          "Directory or URI of the checkpoints; not set: a temporary one, gone when the process"
              + " ends.");

  public static final ConfigKey<Integer> PARALLELISM =
      ConfigKey.of(
          "job.parallelism",
          ValueType.integer(1, 1024),
          Integer.toString(JobSettings.PARALLELISM),
          "Subtasks per operator.");

  public static final ConfigKey<List<String>> REGIONS =
      ConfigKey.of(
          "job.regions",
          ValueType.TEXTS,
          "[]",
          "The known regions, any other counts as unknown; empty: every region is accepted.");

  public static final ConfigKey<String> POLICIES =
      ConfigKey.of(
          "job.policies",
          ValueType.TEXT,
          "",
          "File or directory of policies, calendars and regions, published at the start; not set:"
              + " what is published, or the shipped policies if nothing is.");

  public static final ConfigKey<String> SCHEMA_REGISTRY_URL =
      ConfigKey.of(
          "job.schema_registry_url",
          ValueType.WEB_ADDRESS,
          "",
          "Registry that knows the writer schemas of Confluent-framed records; not set: none.");

  public static final ConfigKey<String> COMPLAINT_BASELINE =
      ConfigKey.of(
          "job.complaint_baseline",
          ValueType.TEXT,
          "",
          "File of what is usual of complaints, as `spikes learn` writes it, to begin from; not set:"
              + " it is learnt from the first complaint on.");

  public static final ConfigKey<Map<String, LocalDate>> RELEARN_FROM =
      ConfigKey.of(
          "job.relearn_from",
          ValueType.DATES,
          "{}",
          "Regions of which what is usual is learnt anew, from a day on: nothing else moves what it"
              + " was learnt to be by more than 15 %.");

  public static final ConfigKey<Duration> BENCHMARK_FIRST_RESPONSE =
      ConfigKey.of(
          "benchmark.first_response",
          durationFrom(Duration.ofMillis(1)),
          "",
          "Median time to the first response in the field, to compare regions with; not set: none.");

  public static final ConfigKey<String> BENCHMARK_SOURCE =
      ConfigKey.of(
          "benchmark.source", ValueType.TEXT, "", "Who says so; set with the benchmark, or not.");

  public static final ConfigKey<LocalDate> BENCHMARK_AS_OF =
      ConfigKey.of(
          "benchmark.as_of",
          ValueType.DATE,
          "",
          "Of which day the benchmark is; set with it, or not.");

  /** In the order of the documentation. */
  public static final List<ConfigKey<?>> ALL =
      List.of(
          BOOTSTRAP_SERVERS,
          KAFKA_PROPERTIES,
          OUT_OF_ORDERNESS,
          IDLE_GRACE,
          FUTURE_TOLERANCE,
          CLOSED_RETENTION,
          ALLOWED_LATENESS,
          SMALLEST_CELL,
          LONGEST_WAIT,
          LONGEST_TALK,
          LONGEST_WRAP_UP,
          GAUGE_INTERVAL,
          CHECKPOINT_INTERVAL,
          CHECKPOINT_DIR,
          PARALLELISM,
          REGIONS,
          POLICIES,
          SCHEMA_REGISTRY_URL,
          COMPLAINT_BASELINE,
          RELEARN_FROM,
          BENCHMARK_FIRST_RESPONSE,
          BENCHMARK_SOURCE,
          BENCHMARK_AS_OF);

  private JobKeys() {}

  /** Kafka client properties: the further ones and the brokers' addresses. */
  public static Map<String, String> kafka(Config config) {
    Map<String, String> properties = new HashMap<>(config.get(KAFKA_PROPERTIES));
    properties.put("bootstrap.servers", config.get(BOOTSTRAP_SERVERS));
    return Map.copyOf(properties);
  }

  /** What stands in the policy files, if there are any. */
  public static Optional<RuleSet> rules(Config config) {
    return config.find(POLICIES).map(path -> RuleFiles.read(List.of(Path.of(path))));
  }

  /** The known regions: those that are listed, and those of the policy files. */
  public static List<String> regions(Config config) {
    Set<String> regions = new LinkedHashSet<>(config.get(REGIONS));
    rules(config).ifPresent(rules -> regions.addAll(rules.rulebook().regions().keySet()));
    return List.copyOf(regions);
  }

  /** What the field reaches: the three keys together, or none of them. */
  static Optional<Benchmark> benchmark(Config config) {
    List<ConfigKey<?>> keys = List.of(BENCHMARK_FIRST_RESPONSE, BENCHMARK_SOURCE, BENCHMARK_AS_OF);
    List<String> missing =
        keys.stream()
            .filter(key -> config.find(key).isEmpty())
            .<String>map(ConfigKey::name)
            .toList();
    if (missing.size() == keys.size()) {
      return Optional.empty();
    }
    if (!missing.isEmpty()) {
      throw new ConfigException(
          String.join(" and ", missing)
              + ": not set; a benchmark says nothing without its source and date: set all of"
              + " benchmark.first_response, benchmark.source and benchmark.as_of, or none");
    }
    return Optional.of(
        new Benchmark(
            config.get(BENCHMARK_FIRST_RESPONSE),
            config.get(BENCHMARK_SOURCE),
            config.get(BENCHMARK_AS_OF)));
  }

  /** A live job's settings. */
  public static JobSettings settings(Config config) {
    return JobSettings.defaults(config.get(BOOTSTRAP_SERVERS)).toBuilder()
        .kafka(kafka(config))
        .outOfOrderness(config.get(OUT_OF_ORDERNESS))
        .idleGrace(config.get(IDLE_GRACE))
        .futureTolerance(config.get(FUTURE_TOLERANCE))
        .closedRetention(config.get(CLOSED_RETENTION))
        .allowedLateness(config.get(ALLOWED_LATENESS))
        .smallestCell(config.get(SMALLEST_CELL))
        .longestWait(config.get(LONGEST_WAIT))
        .longestTalk(config.get(LONGEST_TALK))
        .longestWrapUp(config.get(LONGEST_WRAP_UP))
        .gaugeInterval(config.get(GAUGE_INTERVAL))
        .checkpointInterval(config.get(CHECKPOINT_INTERVAL))
        .checkpointDir(config.find(CHECKPOINT_DIR).orElse(null))
        .parallelism(config.get(PARALLELISM))
        .regions(regions(config))
        .rules(rules(config).orElseGet(RuleFiles::shipped).rulebook())
        .schemaRegistryUrl(config.find(SCHEMA_REGISTRY_URL).orElse(null))
        .benchmark(benchmark(config).orElse(null))
        .complaintBaseline(config.find(COMPLAINT_BASELINE).orElse(null))
        .relearnFrom(config.get(RELEARN_FROM))
        .build();
  }

  private static ConfigKey<Duration> duration(
      String name, Duration least, Duration standard, String description) {
    return ConfigKey.of(name, durationFrom(least), DurationText.format(standard), description);
  }
}

package io.aftercare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.io.policy.RuleFiles;
import io.aftercare.job.config.Config;
import io.aftercare.job.config.ConfigException;
import io.aftercare.job.config.ConfigKey;
import io.aftercare.job.config.ConfigKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each key: its default, where its value goes, and a value it refuses. */
class JobKeysTest {
  private static final ConfigKeys KEYS = ConfigKeys.of(JobKeys.ALL);

  private static final String TRIAGE = "src/test/resources/policies/triage.yaml";

  private final Path directory;

  JobKeysTest(@TempDir Path directory) {
    this.directory = directory;
  }

  record Case(
      String key,
      @Nullable Object byDefault,
      String written,
      Object mapped,
      String refused,
      Function<JobSettings, @Nullable Object> place) {
    @Override
    public String toString() {
      return key;
    }
  }

  static List<Case> cases() {
    Function<JobSettings, @Nullable Object> brokers = s -> s.kafka().get("bootstrap.servers");
    Function<JobSettings, @Nullable Object> group = s -> s.kafka().get("client.id");
    return List.of(
        new Case("kafka.bootstrap_servers", "localhost:9092", "a:1,b:2", "a:1,b:2", "[a]", brokers),
        new Case("kafka.properties", null, "{client.id: x}", "x", "3", group),
        duration("job.out_of_orderness", 2_000, "250ms", 250, "2", JobSettings::outOfOrderness),
        duration("job.idle_grace", 2_000, "5s", 5_000, "-1s", JobSettings::idleGrace),
        duration(
            "job.future_tolerance", 300_000, "1h", 3_600_000, "-5m", JobSettings::futureTolerance),
        duration(
            "job.closed_retention",
            2_592_000_000L,
            "7d",
            604_800_000,
            "23h",
            JobSettings::closedRetention),
        duration(
            "job.allowed_lateness",
            3_600_000,
            "30m",
            1_800_000,
            "-1s",
            JobSettings::allowedLateness),
        new Case("job.smallest_cell", 5, "10", 10, "65", JobSettings::smallestCell),
        duration("job.longest_wait", 7_200_000, "3h", 10_800_000, "59s", JobSettings::longestWait),
        duration("job.longest_talk", 43_200_000, "1h", 3_600_000, "59s", JobSettings::longestTalk),
        duration(
            "job.longest_wrap_up", 1_800_000, "5m", 300_000, "999ms", JobSettings::longestWrapUp),
        duration("job.gauge_interval", 250, "1s", 1_000, "49ms", JobSettings::gaugeInterval),
        duration(
            "job.checkpoint_interval", 5_000, "1m", 60_000, "0s", JobSettings::checkpointInterval),
        new Case("job.checkpoint_dir", null, "/x", "/x", "''", JobSettings::checkpointDir),
        new Case("job.parallelism", 2, "8", 8, "0", JobSettings::parallelism),
        new Case("job.regions", List.of(), "[N, S]", List.of("N", "S"), "N", JobSettings::regions),
        new Case(
            "job.policies",
            RuleFiles.shipped().rulebook(),
            TRIAGE,
            RuleFiles.read(List.of(Path.of(TRIAGE))).rulebook(),
            "[a]",
            JobSettings::rules),
        new Case(
            "job.schema_registry_url",
            null,
            "http://r",
            "http://r",
            "foo",
            JobSettings::schemaRegistryUrl),
        new Case("job.complaint_baseline", null, "/x", "/x", "''", JobSettings::complaintBaseline),
        new Case(
            "job.relearn_from",
            Map.of(),
            "{north: 2026-03-01}",
            Map.of("north", LocalDate.of(2026, 3, 1)),
            "{north: yesterday}",
            JobSettings::relearnFrom));
  }

  private static Case duration(
      String key,
      long millisByDefault,
      String written,
      long millis,
      String refused,
      Function<JobSettings, @Nullable Object> place) {
    return new Case(
        key,
        Duration.ofMillis(millisByDefault),
        written,
        Duration.ofMillis(millis),
        refused,
        place);
  }

  @Test
  void everyKeyHasACaseHere() {
    List<String> alone = names().stream().filter(key -> !key.startsWith("benchmark.")).toList();
    assertThat(cases()).extracting(Case::key).containsExactlyElementsOf(alone);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasItsDefault(Case each) {
    JobSettings settings = JobKeys.settings(Config.read(KEYS, null, Map.of(), Map.of()));
    assertThat(each.place().apply(settings)).isEqualTo(each.byDefault());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reachesTheSettingsFromTheFile(Case each) throws Exception {
    JobSettings settings = JobKeys.settings(fromFile(each, each.written()));
    assertThat(each.place().apply(settings)).isEqualTo(each.mapped());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reachesTheSettingsFromTheEnvironment(Case each) {
    String variable =
        "AFTERCARE_" + each.key().toUpperCase(java.util.Locale.ROOT).replace('.', '_');
    Config config = Config.read(KEYS, null, Map.of(variable, each.written()), Map.of());
    assertThat(each.place().apply(JobKeys.settings(config))).isEqualTo(each.mapped());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refusesAWrongValueNamingFileLineAndKey(Case each) {
    assertThatThrownBy(() -> fromFile(each, each.refused()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("aftercare.yaml:2: " + each.key() + ": ")
        .hasMessageContaining(" is not ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:8081", "ftp://r", "http://", "http:///x", "'http://a b'", "{}"})
  void aRegistryThatIsNoWebAddressIsRefused(String value) {
    Map<String, String> flags = Map.of("job.schema_registry_url", value);
    assertThatThrownBy(() -> Config.read(KEYS, null, Map.of(), flags))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("job.schema_registry_url: ")
        .hasMessageContaining(" is not an http or https address such as http://localhost:8081");
  }

  @Test
  void everySettingOfALiveJobCanBeConfigured() {
    Set<String> configurable = new TreeSet<>();
    for (String name : names()) {
      configurable.add(name.substring(name.indexOf('.') + 1).replace("_", ""));
    }
    Set<String> settings = new TreeSet<>();
    for (var each : JobSettings.class.getRecordComponents()) {
      settings.add(each.getName().toLowerCase(java.util.Locale.ROOT));
    }
    settings.removeAll(
        Set.of("kafka", "asof", "zone", "bounded", "simulatedtime", "rules", "benchmark"));
    configurable.removeAll(
        Set.of("bootstrapservers", "properties", "policies", "firstresponse", "source", "asof"));
    assertThat(configurable).isEqualTo(settings);
  }

  @Test
  void theRegionsOfThePolicyFilesAreKnownBesideTheListedOnes() {
    Map<String, String> flags = Map.of("job.policies", TRIAGE, "job.regions", "[south]");
    assertThat(JobKeys.settings(Config.read(KEYS, null, Map.of(), flags)).regions())
        .containsExactly("south", "north");
  }

  private static List<String> names() {
    return JobKeys.ALL.stream().<String>map(ConfigKey::name).toList();
  }

  private Config fromFile(Case each, String value) throws Exception {
    String[] parts = each.key().split("\\.", 2);
    Path file = directory.resolve("aftercare.yaml");
    Files.writeString(file, parts[0] + ":\n  " + parts[1] + ": " + value + "\n");
    return Config.read(KEYS, file, Map.of(), Map.of());
  }
}

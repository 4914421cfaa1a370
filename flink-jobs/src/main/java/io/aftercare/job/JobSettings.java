package io.aftercare.job;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.window.Customers;
import io.aftercare.io.policy.RuleFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job can be told. Everything has a default but the broker's address.
 *
 * @param kafka client properties, at least {@code bootstrap.servers}
 * @param outOfOrderness how far event time stays behind the newest event
 * @param idleGrace how far event time stays behind the wall clock where all is read
 * @param futureTolerance how far after its arrival an event may claim to have happened
 * @param closedRetention how long the history of a closed ticket is kept for late events
 * @param allowedLateness how long after it ended a window is corrected by late events
 * @param smallestCell how many customers a cell finer than a region has at least that is published
 * @param gaugeInterval how often live gauges are published
 * @param checkpointInterval how often counters are committed and published
 * @param longestWait how long a caller is believed to wait of whom no event tells the end
 * @param longestTalk likewise how long an agent is believed to be on the line
 * @param longestWrapUp how long after a call its wrap-up may end
 * @param asOf replay only: nothing after this instant happens
 * @param zone replay only: of regions that are not listed
 * @param bounded replay: stop at the end offsets of the input as of the job's start
 * @param simulatedTime whether live input tells a time of its own, as a demo's does, so that event
 *     time follows the records alone and the wall clock says nothing
 * @param regions the known regions; empty: any region is accepted
 * @param rules what is promised, when services are open; the shipped policies unless set
 * @param parallelism subtasks per operator
 * @param checkpointDir directory or URI of the checkpoints; null: the cluster's own setting
 * @param schemaRegistryUrl registry of Confluent-framed writer schemas; null: none
 * @param benchmark what the field reaches; null: nobody says
 * @param complaintBaseline file of what is usual of complaints; null: it is learnt from nothing
 * @param relearnFrom regions of which what is usual is learnt anew, each from a day of its own on
 */
public record JobSettings(
    Map<String, String> kafka,
    Duration outOfOrderness,
    Duration idleGrace,
    Duration futureTolerance,
    Duration closedRetention,
    Duration allowedLateness,
    int smallestCell,
    Duration gaugeInterval,
    Duration checkpointInterval,
    Duration longestWait,
    Duration longestTalk,
    Duration longestWrapUp,
    @Nullable Instant asOf,
    ZoneId zone,
    boolean bounded,
    boolean simulatedTime,
    List<String> regions,
    Rulebook rules,
    int parallelism,
    @Nullable String checkpointDir,
    @Nullable String schemaRegistryUrl,
    @Nullable Benchmark benchmark,
    @Nullable String complaintBaseline,
    Map<String, LocalDate> relearnFrom) {
  public static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(2);
  public static final Duration IDLE_GRACE = Duration.ofSeconds(2);
  public static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);
  public static final Duration CLOSED_RETENTION = Duration.ofDays(30);
  public static final Duration ALLOWED_LATENESS = Duration.ofHours(1);
  public static final int SMALLEST_CELL = 5;
  public static final Duration GAUGE_INTERVAL = Duration.ofMillis(250);
  public static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
  public static final Duration LONGEST_WAIT = Duration.ofHours(2);
  public static final Duration LONGEST_TALK = Duration.ofHours(12);
  public static final Duration LONGEST_WRAP_UP = Duration.ofMinutes(30);
  public static final int PARALLELISM = 2;

  public JobSettings {
    kafka = Map.copyOf(kafka);
    regions = List.copyOf(regions);
    relearnFrom = Map.copyOf(relearnFrom);
    if (kafka.getOrDefault("bootstrap.servers", "").isBlank()) {
      throw new IllegalArgumentException("kafka: bootstrap.servers is missing");
    }
    notNegative("outOfOrderness", outOfOrderness);
    notNegative("idleGrace", idleGrace);
    notNegative("futureTolerance", futureTolerance);
    notNegative("closedRetention", closedRetention);
    notNegative("allowedLateness", allowedLateness);
    if (smallestCell < 1 || smallestCell > Customers.MOST) {
      throw new IllegalArgumentException(
          "smallestCell must be from 1 to " + Customers.MOST + ", not " + smallestCell);
    }
    positive("gaugeInterval", gaugeInterval);
    positive("checkpointInterval", checkpointInterval);
    positive("longestWait", longestWait);
    positive("longestTalk", longestTalk);
    positive("longestWrapUp", longestWrapUp);
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, not " + parallelism);
    }
  }

  /** The defaults against this broker. */
  public static JobSettings defaults(String bootstrapServers) {
    return new JobSettings(
        Map.of("bootstrap.servers", bootstrapServers),
        OUT_OF_ORDERNESS,
        IDLE_GRACE,
        FUTURE_TOLERANCE,
        CLOSED_RETENTION,
        ALLOWED_LATENESS,
        SMALLEST_CELL,
        GAUGE_INTERVAL,
        CHECKPOINT_INTERVAL,
        LONGEST_WAIT,
        LONGEST_TALK,
        LONGEST_WRAP_UP,
        null,
        ZoneOffset.UTC,
        false,
        false,
        List.of(),
        RuleFiles.shipped().rulebook(),
        PARALLELISM,
        null,
        null,
        null,
        null,
        Map.of());
  }

  /** The end of time, ms; {@link Long#MAX_VALUE} when live. */
  public long endOfTime() {
    return asOf == null ? Long.MAX_VALUE : asOf.toEpochMilli();
  }

  /** Whether event time follows the wall clock where all input is read. */
  public boolean followsWallClock() {
    return !bounded && !simulatedTime;
  }

  /** These settings, to be changed in part. */
  public JobSettingsBuilder toBuilder() {
    return new JobSettingsBuilder(this);
  }

  private static void notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, but is " + value);
    }
  }
}

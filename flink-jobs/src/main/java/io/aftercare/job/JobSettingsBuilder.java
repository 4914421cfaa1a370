package io.aftercare.job;

import io.aftercare.domain.sla.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings with some of them changed; each method replaces one and says nothing of the others. What
 * a value means and which are allowed is {@link JobSettings}' to say, when they are built.
 */
public final class JobSettingsBuilder {
  private Map<String, String> kafka;
  private Duration outOfOrderness;
  private Duration idleGrace;
  private Duration futureTolerance;
  private Duration closedRetention;
  private Duration allowedLateness;
  private int smallestCell;
  private Duration gaugeInterval;
  private Duration checkpointInterval;
  private Duration longestWait;
  private Duration longestTalk;
  private Duration longestWrapUp;
  private @Nullable Instant asOf;
  private ZoneId zone;
  private boolean bounded;
  private boolean simulatedTime;
  private List<String> regions;
  private Rulebook rules;
  private int parallelism;
  private @Nullable String checkpointDir;
  private @Nullable String schemaRegistryUrl;
  private @Nullable Benchmark benchmark;
  private @Nullable String complaintBaseline;
  private Map<String, LocalDate> relearnFrom;

  JobSettingsBuilder(JobSettings from) {
    kafka = from.kafka();
    outOfOrderness = from.outOfOrderness();
    idleGrace = from.idleGrace();
    futureTolerance = from.futureTolerance();
    closedRetention = from.closedRetention();
    allowedLateness = from.allowedLateness();
    smallestCell = from.smallestCell();
    gaugeInterval = from.gaugeInterval();
    checkpointInterval = from.checkpointInterval();
    longestWait = from.longestWait();
    longestTalk = from.longestTalk();
    longestWrapUp = from.longestWrapUp();
    asOf = from.asOf();
    zone = from.zone();
    bounded = from.bounded();
    simulatedTime = from.simulatedTime();
    regions = from.regions();
    rules = from.rules();
    parallelism = from.parallelism();
    checkpointDir = from.checkpointDir();
    schemaRegistryUrl = from.schemaRegistryUrl();
    benchmark = from.benchmark();
    complaintBaseline = from.complaintBaseline();
    relearnFrom = from.relearnFrom();
  }

  public JobSettingsBuilder kafka(Map<String, String> value) {
    kafka = value;
    return this;
  }

  public JobSettingsBuilder outOfOrderness(Duration value) {
    outOfOrderness = value;
    return this;
  }

  public JobSettingsBuilder idleGrace(Duration value) {
    idleGrace = value;
    return this;
  }

  public JobSettingsBuilder futureTolerance(Duration value) {
    futureTolerance = value;
    return this;
  }

  public JobSettingsBuilder closedRetention(Duration value) {
    closedRetention = value;
    return this;
  }

  public JobSettingsBuilder allowedLateness(Duration value) {
    allowedLateness = value;
    return this;
  }

  public JobSettingsBuilder smallestCell(int value) {
    smallestCell = value;
    return this;
  }

  public JobSettingsBuilder gaugeInterval(Duration value) {
    gaugeInterval = value;
    return this;
  }

  public JobSettingsBuilder checkpointInterval(Duration value) {
    checkpointInterval = value;
    return this;
  }

  public JobSettingsBuilder longestWait(Duration value) {
    longestWait = value;
    return this;
  }

  public JobSettingsBuilder longestTalk(Duration value) {
    longestTalk = value;
    return this;
  }

  public JobSettingsBuilder longestWrapUp(Duration value) {
    longestWrapUp = value;
    return this;
  }

  public JobSettingsBuilder asOf(@Nullable Instant value) {
    asOf = value;
    return this;
  }

  public JobSettingsBuilder zone(ZoneId value) {
    zone = value;
    return this;
  }

  public JobSettingsBuilder bounded(boolean value) {
    bounded = value;
    return this;
  }

  public JobSettingsBuilder simulatedTime(boolean value) {
    simulatedTime = value;
    return this;
  }

  public JobSettingsBuilder regions(List<String> value) {
    regions = value;
    return this;
  }

  public JobSettingsBuilder rules(Rulebook value) {
    rules = value;
    return this;
  }

  public JobSettingsBuilder parallelism(int value) {
    parallelism = value;
    return this;
  }

  public JobSettingsBuilder checkpointDir(@Nullable String value) {
    checkpointDir = value;
    return this;
  }

  public JobSettingsBuilder schemaRegistryUrl(@Nullable String value) {
    schemaRegistryUrl = value;
    return this;
  }

  public JobSettingsBuilder benchmark(@Nullable Benchmark value) {
    benchmark = value;
    return this;
  }

  public JobSettingsBuilder complaintBaseline(@Nullable String value) {
    complaintBaseline = value;
    return this;
  }

  public JobSettingsBuilder relearnFrom(Map<String, LocalDate> value) {
    relearnFrom = value;
    return this;
  }

  /** The settings, checked. */
  public JobSettings build() {
    return new JobSettings(
        kafka,
        outOfOrderness,
        idleGrace,
        futureTolerance,
        closedRetention,
        allowedLateness,
        smallestCell,
        gaugeInterval,
        checkpointInterval,
        longestWait,
        longestTalk,
        longestWrapUp,
        asOf,
        zone,
        bounded,
        simulatedTime,
        regions,
        rules,
        parallelism,
        checkpointDir,
        schemaRegistryUrl,
        benchmark,
        complaintBaseline,
        relearnFrom);
  }
}

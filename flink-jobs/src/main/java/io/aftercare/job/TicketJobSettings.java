package io.aftercare.job;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ticket job's dataflow depends on, without Kafka. Spans and instants are ms.
 *
 * @param live whether input never ends
 * @param wallClock whether event time is to keep up with the wall clock
 * @param asOf the end of time; {@link Long#MAX_VALUE} when live
 * @param archive what a job that is restored reads before its first ticket
 * @param benchmark what the field reaches; null: nobody says
 * @param relearnFrom regions of which what is usual is learnt anew, from a day on
 */
public record TicketJobSettings(
    Rulebook rules,
    long retentionMillis,
    long asOf,
    long publishMillis,
    boolean live,
    boolean wallClock,
    RuleArchive archive,
    String version,
    @Nullable Benchmark benchmark,
    Map<String, LocalDate> relearnFrom) {

  /** From the job's settings. */
  public static TicketJobSettings of(JobSettings settings) {
    return new TicketJobSettings(
        settings.rules(),
        settings.closedRetention().toMillis(),
        settings.endOfTime(),
        settings.gaugeInterval().toMillis(),
        !settings.bounded(),
        settings.followsWallClock(),
        RuleArchive.NONE,
        BuildVersion.VERSION,
        settings.benchmark(),
        settings.relearnFrom());
  }

  /** The same, for a job whose rules are published there. */
  TicketJobSettings under(RuleArchive rulesThere) {
    return new TicketJobSettings(
        rules,
        retentionMillis,
        asOf,
        publishMillis,
        live,
        wallClock,
        rulesThere,
        version,
        benchmark,
        relearnFrom);
  }

  /** Gauges that stand still: the build, and what the field reaches. */
  Map<Series, Long> constants() {
    Map<Series, Long> constants = new HashMap<>();
    constants.put(new Series(Measure.BUILD_INFO, List.of(version)), 1L);
    if (benchmark != null) {
      constants.putAll(benchmark.series());
    }
    return Map.copyOf(constants);
  }
}

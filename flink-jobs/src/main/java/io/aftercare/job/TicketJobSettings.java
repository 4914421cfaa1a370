package io.aftercare.job;

import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.policy.PolicyFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ticket job's dataflow depends on, without Kafka. Spans and instants are ms.
 *
 * @param live whether input never ends
 * @param wallClock whether event time is to keep up with the wall clock
 * @param asOf the end of time; {@link Long#MAX_VALUE} when live
 */
public record TicketJobSettings(
    Rulebook rules,
    long retentionMillis,
    long asOf,
    long publishMillis,
    boolean live,
    boolean wallClock,
    String version) {

  /** From the job's settings, under the shipped policies. */
  public static TicketJobSettings of(JobSettings settings) {
    return new TicketJobSettings(
        PolicyFile.shipped(),
        settings.closedRetention().toMillis(),
        settings.asOf() == null ? Long.MAX_VALUE : settings.asOf().toEpochMilli(),
        settings.gaugeInterval().toMillis(),
        !settings.bounded(),
        settings.followsWallClock(),
        BuildVersion.VERSION);
  }

  /** Gauges that are always 1: the build, and the policies in force. */
  List<Series> constants() {
    List<Series> constants = new ArrayList<>();
    constants.add(new Series(Measure.BUILD_INFO, List.of(version)));
    for (Policy policy : rules.policies()) {
      constants.add(
          new Series(
              Measure.POLICY_INFO, List.of(policy.id(), Integer.toString(policy.version()))));
    }
    return constants;
  }
}

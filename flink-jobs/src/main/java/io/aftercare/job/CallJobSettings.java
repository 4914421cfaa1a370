package io.aftercare.job;

import io.aftercare.domain.call.CallLimits;
import io.aftercare.domain.sla.RuleArchive;
import io.aftercare.domain.sla.Rulebook;

/**
 * What the call job's dataflow depends on, without Kafka. Spans and instants are ms.
 *
 * @param asOf the end of time; {@link Long#MAX_VALUE} when live
 * @param live whether input never ends
 * @param wallClock whether event time is to keep up with the wall clock
 * @param archive what a job that is restored reads before its first contact
 */
public record CallJobSettings(
    Rulebook rules,
    CallLimits limits,
    long retentionMillis,
    long asOf,
    long publishMillis,
    boolean live,
    boolean wallClock,
    RuleArchive archive) {

  /** From the job's settings. */
  public static CallJobSettings of(JobSettings settings) {
    return new CallJobSettings(
        settings.rules(),
        new CallLimits(
            settings.longestWait().toMillis(),
            settings.longestTalk().toMillis(),
            settings.longestWrapUp().toMillis()),
        settings.closedRetention().toMillis(),
        settings.endOfTime(),
        settings.gaugeInterval().toMillis(),
        !settings.bounded(),
        settings.followsWallClock(),
        RuleArchive.NONE);
  }

  /** The same, for a job whose rules are published there. */
  CallJobSettings under(RuleArchive rulesThere) {
    return new CallJobSettings(
        rules, limits, retentionMillis, asOf, publishMillis, live, wallClock, rulesThere);
  }
}

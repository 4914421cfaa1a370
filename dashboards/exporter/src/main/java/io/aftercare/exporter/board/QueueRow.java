package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue: who waits in it now, and how its calls were served. Totals are net of corrections, since
 * the job began to count.
 *
 * @param longestWaitSince since when the caller who waits longest is in it; null: nobody waits
 * @param thresholdSeconds wait up to which an answer is in time; null if not known
 * @param target service level that it shall have; null if not known
 * @param serviceLevels by every definition and window
 * @param outcomes how waits ended; {@link CallOutcomes}
 * @param abandonRate all abandons, short ones too, of the {@code abandonCalls} that definition
 *     of_offered counts; null if there are none
 * @param asaSeconds mean wait of the {@code asaCalls} answered; null if there are none
 * @param ahtSeconds mean handle time of the {@code ahtLegs} parts of agents; null if there are none
 */
public record QueueRow(
    String region,
    String queue,
    long waiting,
    @Nullable Instant longestWaitSince,
    long callbacksWaiting,
    @Nullable Double thresholdSeconds,
    @Nullable Double target,
    List<ServiceLevelRow> serviceLevels,
    long offered,
    Map<String, Long> outcomes,
    @Nullable Double abandonRate,
    long abandonCalls,
    @Nullable Double asaSeconds,
    long asaCalls,
    @Nullable Double ahtSeconds,
    long ahtLegs) {

  /**
   * A service level of the last closed window.
   *
   * @param calls of which it is a share
   * @param ratio null if there were none
   */
  public record ServiceLevelRow(
      String definition, String window, long calls, @Nullable Double ratio) {}
}

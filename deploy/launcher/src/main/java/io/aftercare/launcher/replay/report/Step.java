package io.aftercare.launcher.replay.report;

import io.aftercare.contract.Milestone;
import io.aftercare.contract.MilestoneKind;
import java.time.Instant;

/**
 * A step in a ticket's life as the reports need it.
 *
 * @param number how often the ticket took this step, from 1
 * @param sourceClaim what the source claims of its own SLA by then: met, missed, unknown
 */
record Step(
    MilestoneKind kind,
    int number,
    Instant at,
    long elapsedMillis,
    String region,
    String sourceClaim) {

  static Step of(Milestone milestone, RegionView view) {
    return new Step(
        milestone.getKind(),
        milestone.getNumber(),
        milestone.getAt(),
        milestone.getElapsedMillis(),
        view.of(milestone.getRegion(), milestone.getOriginRegion()),
        milestone.getSourceSla().intern());
  }

  boolean is(MilestoneKind which, int nth) {
    return kind == which && number == nth;
  }
}

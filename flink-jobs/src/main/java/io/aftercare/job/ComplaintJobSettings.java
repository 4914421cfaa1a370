package io.aftercare.job;

import io.aftercare.domain.complaint.RegionWeeks;
import io.aftercare.domain.complaint.SpikeTerms;
import io.aftercare.flow.DetectComplaints.Warm;
import io.aftercare.flow.LearntBaselines;
import io.aftercare.io.baseline.BaselineError;
import io.aftercare.io.baseline.BaselineFile;
import io.aftercare.job.config.ConfigException;
import java.nio.file.Path;

/**
 * What the complaint job's dataflow depends on, without Kafka. Spans and instants are ms.
 *
 * @param weeks which time of the week it is in a region
 * @param latenessMillis how long after its end a bin is corrected; then it is learnt
 * @param smallestCell how many complaints a driver has at least that is told of
 * @param retentionMillis how long after its last event a ticket is remembered
 * @param asOf the end of time; {@link Long#MAX_VALUE} when live
 * @param live whether input never ends
 * @param wallClock whether event time is to keep up with the wall clock
 * @param warm what regions begin with
 */
public record ComplaintJobSettings(
    RegionWeeks weeks,
    long latenessMillis,
    int smallestCell,
    long retentionMillis,
    long asOf,
    long publishMillis,
    boolean live,
    boolean wallClock,
    Warm warm) {

  /** From the job's settings. */
  public static ComplaintJobSettings of(JobSettings settings) {
    return new ComplaintJobSettings(
        new RegionWeeks(settings.rules(), settings.zone()),
        settings.allowedLateness().toMillis(),
        settings.smallestCell(),
        settings.closedRetention().toMillis(),
        settings.endOfTime(),
        settings.gaugeInterval().toMillis(),
        !settings.bounded(),
        settings.followsWallClock(),
        warm(settings));
  }

  private static Warm warm(JobSettings settings) {
    String file = settings.complaintBaseline();
    if (file == null) {
      return region -> null;
    }
    try {
      return new LearntBaselines(BaselineFile.read(Path.of(file), SpikeTerms.standard()));
    } catch (BaselineError e) {
      throw new ConfigException(JobKeys.COMPLAINT_BASELINE.name() + ": " + e.getMessage());
    }
  }
}

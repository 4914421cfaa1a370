package io.aftercare.domain.complaint;

/**
 * How the complaints of a region are judged.
 *
 * @param latenessMillis how long after its end a bin is corrected by complaints that come late;
 *     then it is final and learnt, ms
 * @param floor final scores below it are not told of
 * @param chanceOfSilence a stretch without any event that has less than this chance is a source
 *     that is down, not a quiet region
 */
public record ComplaintTerms(
    SpikeTerms spikes,
    AlertTerms alerts,
    long latenessMillis,
    double floor,
    double chanceOfSilence) {

  /** The design's. */
  public static ComplaintTerms standard(long latenessMillis) {
    return new ComplaintTerms(
        SpikeTerms.standard(), AlertTerms.standard(), latenessMillis, 2.5, 1e-4);
  }
}

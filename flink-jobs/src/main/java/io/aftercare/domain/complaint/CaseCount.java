package io.aftercare.domain.complaint;

import org.jspecify.annotations.Nullable;

/**
 * What happened in one bin of a region: a complaint, or events of any kind, which say that the
 * region is heard at all.
 *
 * @param bin where the bin begins, ms since 1970
 * @param complaint null: events of any kind
 * @param more how many; below 0: taken back
 */
public record CaseCount(String region, long bin, @Nullable Complaint complaint, long more) {

  /** An event of any kind. */
  public static CaseCount heard(String region, long at) {
    return new CaseCount(region, Bin.startOf(at), null, 1);
  }

  /** A complaint, once or taken back. */
  public static CaseCount of(Complaint complaint, int more) {
    return new CaseCount(complaint.region(), Bin.startOf(complaint.at()), complaint, more);
  }

  /** The same, so many times. */
  public CaseCount times(long count) {
    return new CaseCount(region, bin, complaint, count);
  }
}

package io.aftercare.launcher.replay.feed;

/** Headers by which the replay reader tells the job what the record itself does not say. */
public final class ReplayHeaders {
  /** Where a record came from, {@code file:line}; UTF-8. */
  public static final String ORIGIN = "aftercare-origin";

  /** Why a line is no event, {@code reason: detail}; UTF-8. The value is then the raw line. */
  public static final String REJECTED = "aftercare-rejected";

  /** Event time the whole input had reached before the record, ms; 8 bytes, big-endian. */
  public static final String DOMAIN_TIME = "aftercare-domain-time";

  /** Fields whose value is in no closed list and became UNKNOWN, with commas between; UTF-8. */
  public static final String UNKNOWN_FIELDS = "aftercare-unknown-fields";

  private ReplayHeaders() {}
}

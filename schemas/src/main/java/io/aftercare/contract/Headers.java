package io.aftercare.contract;

/** Record headers of input topics, by which a gateway tells more than the event says. */
public final class Headers {
  /** Where the record came from, e.g. {@code file:line}; UTF-8. */
  public static final String ORIGIN = "aftercare-origin";

  /**
   * Why the gateway could not turn its input into an event, {@code reason: detail}; UTF-8. The
   * value is then the raw input.
   */
  public static final String REJECTED = "aftercare-rejected";

  /**
   * Event time known to have been reached before this record, ms since 1970; 8 bytes, big-endian.
   */
  public static final String DOMAIN_TIME = "aftercare-domain-time";

  /**
   * Fields whose source value is outside our closed lists and became UNKNOWN, separated by commas;
   * UTF-8.
   */
  public static final String UNKNOWN_FIELDS = "aftercare-unknown-fields";

  private Headers() {}
}

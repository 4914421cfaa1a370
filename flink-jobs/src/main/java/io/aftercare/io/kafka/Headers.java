package io.aftercare.io.kafka;

/** Record headers by which a gateway tells more than the event says. */
public final class Headers {
  /** Where the record came from, e.g. {@code file:line}; UTF-8. */
  public static final String ORIGIN = "aftercare-origin";

  /** {@code reason: detail} of a record that the gateway could not turn into an event; UTF-8. */
  public static final String REJECTED = "aftercare-rejected";

  /** Event time known to have been reached before this record, ms since 1970; 8 bytes. */
  public static final String DOMAIN_TIME = "aftercare-domain-time";

  private Headers() {}
}

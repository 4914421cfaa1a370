package io.aftercare.domain.complaint;

import org.jspecify.annotations.Nullable;

/**
 * A customer's complaint about one ticket: the first that he filed, with what the ticket was about
 * at that moment.
 *
 * @param at when, ms since 1970
 * @param customer stands for the customer, or for the ticket of one whom nobody named
 * @param category of the problem
 */
public record Complaint(
    long at,
    long customer,
    String region,
    String category,
    @Nullable String productLine,
    @Nullable String outlet,
    @Nullable String faultCode) {

  /** A region or category that nobody stated. */
  public static final String UNKNOWN = "unknown";
}

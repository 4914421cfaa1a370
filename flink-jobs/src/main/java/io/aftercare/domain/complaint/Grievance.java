package io.aftercare.domain.complaint;

import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about, as far as complaints are told apart by it. Null, and 0 for the customer:
 * not stated.
 *
 * @param customer a hash of the customer's pseudonym
 */
public record Grievance(
    @Nullable String region,
    @Nullable String category,
    @Nullable String productLine,
    @Nullable String outlet,
    @Nullable String faultCode,
    long customer) {

  /** Nothing is stated. */
  public static final Grievance NONE = new Grievance(null, null, null, null, null, 0);

  /** This, with what is stated over it. */
  Grievance under(Grievance stated) {
    if (stated.equals(NONE)) {
      return this;
    }
    return new Grievance(
        stated.region != null ? stated.region : region,
        stated.category != null ? stated.category : category,
        stated.productLine != null ? stated.productLine : productLine,
        stated.outlet != null ? stated.outlet : outlet,
        stated.faultCode != null ? stated.faultCode : faultCode,
        stated.customer != 0 ? stated.customer : customer);
  }
}

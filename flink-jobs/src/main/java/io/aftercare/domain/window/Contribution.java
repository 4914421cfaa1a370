package io.aftercare.domain.window;

/**
 * One thing that happened, as windows count it. A correction takes the old one back from where it
 * was and adds the new one where it is.
 *
 * @param at when, ms since 1970
 * @param customer stands for the customer, or for the ticket of a customer that nobody named
 * @param sla of a verdict; otherwise empty
 * @param millis how long a first response or a resolution took; otherwise 0
 * @param sign 1, or -1 to take back
 */
public record Contribution(
    long at,
    String region,
    String priority,
    String channelClass,
    long customer,
    What what,
    String sla,
    long millis,
    int sign) {

  /** Takes back what was counted. */
  public Contribution back() {
    return new Contribution(at, region, priority, channelClass, customer, what, sla, millis, -sign);
  }
}

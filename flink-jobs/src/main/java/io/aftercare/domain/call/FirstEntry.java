package io.aftercare.domain.call;

import org.jspecify.annotations.Nullable;

/**
 * When and where a caller first entered a queue.
 *
 * @param customerRef pseudonym of the caller
 * @param enteredAt ms since 1970; {@link CallEvent#NEVER}: not at all, after all
 */
public record FirstEntry(
    String customerRef, String contactId, long enteredAt, String region, String queue) {

  /** That of a contact; null if it has entered no queue, or does not say whose it is. */
  public static @Nullable FirstEntry of(Contact contact) {
    if (contact.customerRef() == null || contact.segments().isEmpty()) {
      return null;
    }
    Segment first = contact.segments().get(0);
    return new FirstEntry(
        contact.customerRef(),
        contact.contactId(),
        first.enteredAt(),
        first.regionLabel(),
        first.queueLabel());
  }

  /** Takes it back. */
  public FirstEntry withdrawn() {
    return new FirstEntry(customerRef, contactId, CallEvent.NEVER, region, queue);
  }
}

package io.aftercare.domain.ticket;

/**
 * An event of a ticket named a contact.
 *
 * @param at when it happened, ms since 1970
 */
public record ContactNamed(String ticketId, String contactId, long at) {}

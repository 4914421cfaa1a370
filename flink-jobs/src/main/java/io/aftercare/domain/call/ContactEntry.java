package io.aftercare.domain.call;

/**
 * One record of the call ledger's log: the whole contact, said again because something changed.
 *
 * @param revision number within the contact's log, from 1 without a gap
 */
public record ContactEntry(long revision, Contact contact) {}

package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.Contact;
import io.aftercare.launcher.replay.report.CodePoints;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contacts of a replay: of each the record of the highest revision, whatever the order in which
 * they are added.
 */
public final class Contacts {
  private final Map<String, Contact> newest = new HashMap<>();

  /** Adds a record of the topic. */
  public void add(Contact contact) {
    newest.merge(
        contact.getContactId(),
        contact,
        (held, other) -> other.getRevision() >= held.getRevision() ? other : held);
  }

  /** By contact id. */
  Collection<Contact> all() {
    Map<String, Contact> sorted = new TreeMap<>(CodePoints.ORDER);
    sorted.putAll(newest);
    return sorted.values();
  }
}

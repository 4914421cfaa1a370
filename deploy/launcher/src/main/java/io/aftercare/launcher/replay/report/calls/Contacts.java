package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.Contact;
import io.aftercare.launcher.replay.report.CodePoints;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The contacts of a replay: of each the record that stands last on the topic. */
public final class Contacts {
  private final Map<String, Contact> newest = new HashMap<>();

  /** Adds a record of the topic; call in topic order. */
  public void add(Contact contact) {
    newest.put(contact.getContactId(), contact);
  }

  /** By contact id. */
  Collection<Contact> all() {
    Map<String, Contact> sorted = new TreeMap<>(CodePoints.ORDER);
    sorted.putAll(newest);
    return sorted.values();
  }
}

package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.AgentLeg;
import io.aftercare.contract.Contact;
import io.aftercare.contract.ContactSegment;
import io.aftercare.launcher.replay.report.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * contacts.csv: a row per visit to a queue with what agents did then, by contact and in the order
 * of the visits. A callback's part is segment 0; a contact that entered no queue has one row with
 * no segment, so every contact has a row.
 */
final class ContactsReport {
  private static final int CALLBACK = 0;

  private final Collection<Contact> contacts;

  ContactsReport(Collection<Contact> contacts) {
    this.contacts = contacts;
  }

  void write(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, VisitRow.HEADER)) {
      for (Contact contact : contacts) {
        write(table, contact);
      }
    }
  }

  private static void write(CsvTable table, Contact contact) throws IOException {
    for (ContactSegment segment : contact.getSegments()) {
      table.row(VisitRow.of(contact, segment, legsOf(contact, segment.getNumber())));
    }
    List<AgentLeg> callbacks = legsOf(contact, CALLBACK);
    if (!callbacks.isEmpty()) {
      table.row(VisitRow.ofCallback(contact, callbacks));
    } else if (contact.getSegments().isEmpty()) {
      table.row(VisitRow.withoutQueue(contact));
    }
  }

  private static List<AgentLeg> legsOf(Contact contact, int segment) {
    return contact.getLegs().stream().filter(leg -> leg.getSegment() == segment).toList();
  }
}

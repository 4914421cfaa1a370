package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.Contact;
import io.aftercare.launcher.replay.report.RejectedLine;
import io.aftercare.launcher.replay.report.RejectedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Writes the reports of a replay of calls from what the topic of contacts said. Sorted by code
 * point and free of anything that differs from run to run.
 *
 * @param terms by what waits were measured
 * @param asOf when time ends
 */
public record CallReports(CallTerms terms, Instant asOf) {
  /** Names of the files, in the order of writing. */
  public static final List<String> FILES =
      List.of("queue_hour.csv", "contacts.csv", "rejected.csv");

  /** Writes all files into a directory, which is made if need be. */
  public void write(Path directory, Contacts contacts, List<RejectedLine> rejected)
      throws IOException {
    Files.createDirectories(directory);
    Collection<Contact> all = contacts.all();
    Queues queues = new Queues();
    all.forEach(queues::add);
    new QueueHourReport(terms, asOf).write(directory.resolve("queue_hour.csv"), queues);
    new ContactsReport(all).write(directory.resolve("contacts.csv"));
    RejectedReport.write(directory.resolve("rejected.csv"), rejected);
  }

  /** Totals of each queue and of all together, by name. */
  public List<QueueTotals> totals(Contacts contacts) {
    Queues queues = new Queues();
    contacts.all().forEach(queues::add);
    return queues.byName().stream()
        .map(queue -> QueueTotals.of(queue.name(), queue.figures()))
        .toList();
  }
}

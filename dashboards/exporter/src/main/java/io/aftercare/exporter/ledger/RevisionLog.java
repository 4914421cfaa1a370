package io.aftercare.exporter.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The records of one log of a ticket, by revision. After a failure a job says again what it had
 * said, and on empty state it begins anew: a record takes the place of those of its revision and
 * after. Not thread-safe.
 */
final class RevisionLog {
  private final List<SaidRecord> records = new ArrayList<>(4);

  /** Takes the next record; returns by how many bytes the log grew. */
  long take(SaidRecord said) {
    long grown = said.size();
    while (!records.isEmpty() && last() >= said.revision()) {
      grown -= records.remove(records.size() - 1).size();
    }
    records.add(said);
    return grown;
  }

  long bytes() {
    return records.stream().mapToLong(said -> said.size()).sum();
  }

  List<SaidRecord> records() {
    return List.copyOf(records);
  }

  private long last() {
    return records.get(records.size() - 1).revision();
  }

  /** These records, and of the others those that were said after them. */
  static List<SaidRecord> continued(List<SaidRecord> records, List<SaidRecord> others) {
    RevisionLog log = new RevisionLog();
    records.forEach(log::take);
    SaidRecord last = records.isEmpty() ? null : records.get(records.size() - 1);
    for (SaidRecord said : others) {
      if (last == null || said.isAfter(last)) {
        log.take(said);
      }
    }
    return log.records();
  }

  /** Whether these are all records from the first on. */
  static boolean isWhole(List<SaidRecord> records) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).revision() != i + 1) {
        return false;
      }
    }
    return !records.isEmpty();
  }
}

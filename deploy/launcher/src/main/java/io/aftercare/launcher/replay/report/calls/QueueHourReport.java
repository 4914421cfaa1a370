package io.aftercare.launcher.replay.report.calls;

import io.aftercare.domain.call.Outcome;
import io.aftercare.domain.call.ServiceLevel;
import io.aftercare.launcher.replay.report.CsvTable;
import io.aftercare.launcher.replay.report.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.NavigableMap;

/**
 * queue_hour.csv: hours [h, h+1h) UTC. A queue (and all together) has a row for each hour in which
 * a caller came for it, entered it, left it or was in it, to the hour of as-of. {@code c_} is of
 * those who entered in the hour, whenever they left; {@code e_} of those who left in it. The length
 * at the end is just before the next hour begins; the peak is the most at any instant.
 */
final class QueueHourReport {
  private static final QueueHour NOTHING = new QueueHour();

  private final CallTerms terms;
  private final Instant asOf;

  QueueHourReport(CallTerms terms, Instant asOf) {
    this.terms = terms;
    this.asOf = asOf;
  }

  private String header() {
    return String.join(
        ",",
        "queue,hour,c_offered,c_answered,c_abandoned",
        "c_answered_" + terms.answered(),
        "c_abandoned_" + terms.abandoned(),
        "c_" + terms.level() + "_of_offered",
        "c_" + terms.level() + "_excl_short_abandons",
        "c_" + terms.level() + "_of_answered",
        "c_abandon_rate,c_asa_s,c_aht_s,e_answered,e_abandoned",
        "e_answered_" + terms.answered(),
        "e_asa_s,queue_len_end,queue_len_peak");
  }

  void write(Path file, Queues queues) throws IOException {
    try (CsvTable table = CsvTable.create(file, header())) {
      for (Queues.Named queue : queues.byName()) {
        write(table, queue.name(), queue.figures());
      }
    }
  }

  private void write(CsvTable table, String queue, QueueFigures figures) throws IOException {
    NavigableMap<Long, QueueHour> hours = figures.hours();
    if (hours.isEmpty()) {
      return;
    }
    QueueLength.Course length = figures.length();
    long last = Math.max(hours.lastKey(), QueueFigures.numberOf(asOf));
    for (long number = hours.firstKey(); number <= last; number++) {
      int peak = length.peak(millis(number), millis(number + 1));
      QueueHour hour = hours.get(number);
      if (hour != null || peak > 0) {
        write(table, queue, number, hour == null ? NOTHING : hour, length.length(), peak);
      }
    }
  }

  private static long millis(long hour) {
    return QueueFigures.beginningOf(hour).toEpochMilli();
  }

  private static void write(
      CsvTable table, String queue, long number, QueueHour hour, int end, int peak)
      throws IOException {
    Waits entered = hour.entered;
    Waits exited = hour.exited;
    table.row(
        queue,
        Times.text(QueueFigures.beginningOf(number)),
        entered.number(),
        entered.answered(),
        entered.abandoned(),
        entered.of(Outcome.ANSWERED_IN_TIME),
        entered.of(Outcome.ABANDONED_SHORT),
        entered.level(ServiceLevel.OF_OFFERED),
        entered.level(ServiceLevel.EXCL_SHORT_ABANDONS),
        entered.level(ServiceLevel.OF_ANSWERED),
        entered.abandonRate(),
        entered.averageWait(),
        hour.handling.average(),
        exited.answered(),
        exited.abandoned(),
        exited.of(Outcome.ANSWERED_IN_TIME),
        exited.averageWait(),
        end,
        peak);
  }
}

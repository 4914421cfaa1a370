package io.aftercare.launcher.replay.feed;

import io.aftercare.launcher.replay.source.EventRow;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Rejection;
import io.aftercare.launcher.replay.source.RowReader;
import io.aftercare.launcher.replay.source.SourceRow;
import io.aftercare.launcher.replay.source.UnusableRow;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lines of the input files, in order, into records of the input topic; time runs on from
 * file to file. A line that is no event goes there too, with its reason, so that what is read is
 * accounted for in one place. A record's time is the mapped arrival, else when it happened, and
 * never after the replay itself began: what claims to be later is from the future.
 */
public final class ReplayLoader {
  private static final Set<String> DAMAGE = Set.of("truncated_gzip", "corrupt_gzip");

  private final EventRows rows;
  private final InputRecords records;
  private final DomainTime time;
  private final Instant now;
  private final Consumer<ProducerRecord<byte[], byte[]>> sink;
  private final List<String> damaged = new ArrayList<>();
  private long lines;
  private long sent;
  private long rejected;
  private Instant lastArrival = Instant.EPOCH;

  public ReplayLoader(
      EventRows rows,
      String topic,
      int partitions,
      DomainTime time,
      Instant now,
      Consumer<ProducerRecord<byte[], byte[]>> sink) {
    this.rows = rows;
    this.records = new InputRecords(rows.kind(), topic, partitions);
    this.time = time;
    this.now = now;
    this.sink = sink;
  }

  /** Loads one file to its end. */
  public void load(RowReader file) throws IOException {
    boolean more = true;
    while (more) {
      more = loadNext(file);
    }
  }

  /** Loads one line; false at the end of the file. */
  public boolean loadNext(RowReader file) throws IOException {
    SourceRow row = file.next();
    if (row != null) {
      load(row);
    }
    return row != null;
  }

  /** What was loaded so far. */
  public LoadSummary summary() {
    return new LoadSummary(lines, sent, rejected, time.latest(), List.copyOf(damaged));
  }

  /** Lines read so far. */
  public long lines() {
    return lines;
  }

  private void load(SourceRow source) {
    lines++;
    Rejection rejection = source.rejection();
    if (source.row() != null) {
      try {
        send(source, rows.read(source.row()));
        return;
      } catch (UnusableRow e) {
        rejection = e.rejection();
      }
    }
    reject(source, rejection);
  }

  private void send(SourceRow source, EventRow row) {
    Instant arrivedAt = arrival(row);
    long domainTime = time.millis();
    records.events(source, row, arrivedAt, domainTime).forEach(this::send);
    time.pass(row.occurredAt(), arrivedAt);
    lastArrival = arrivedAt;
  }

  private void reject(SourceRow source, @Nullable Rejection why) {
    Rejection rejection = why == null ? new Rejection("unusable", "no reason given") : why;
    rejected++;
    if (DAMAGE.contains(rejection.reason())) {
      damaged.add(source.origin() + ": " + rejection.detail());
    }
    send(records.rejected(source, rejection, lastArrival, time.millis()));
  }

  private Instant arrival(EventRow row) {
    Instant stated = row.arrivedAt() == null ? row.occurredAt() : row.arrivedAt();
    return stated.isAfter(now) ? now : stated;
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    sink.accept(record);
    sent++;
  }
}

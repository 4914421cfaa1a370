package io.aftercare.exporter.ledger;

import io.aftercare.contract.SingleObject;
import io.aftercare.contract.UndecodableException;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record of a ticket as it stands on its topic. Kept as the bytes that were read, which take a
 * tenth of what the decoded record does; never changed.
 */
public final class SaidRecord {
  private final long revision;
  private final long saidAtMillis;
  private final byte[] value;

  /**
   * A record.
   *
   * @param revision its number within the ticket's log, from 1
   * @param saidAtMillis when the broker got it, ms since 1970
   * @param value its bytes, handed over
   */
  public SaidRecord(long revision, long saidAtMillis, byte[] value) {
    this.revision = revision;
    this.saidAtMillis = saidAtMillis;
    this.value = value;
  }

  long revision() {
    return revision;
  }

  Instant saidAt() {
    return Instant.ofEpochMilli(saidAtMillis);
  }

  /** Whether it was said later than another of the same log. */
  boolean isAfter(SaidRecord other) {
    return saidAtMillis == other.saidAtMillis
        ? revision > other.revision
        : saidAtMillis > other.saidAtMillis;
  }

  int size() {
    return value.length;
  }

  /** What it says; it was decoded once, when it was taken. */
  <T extends SpecificRecord> T read(SingleObject<T> format) {
    try {
      return format.decode(value);
    } catch (UndecodableException e) {
      throw new IllegalStateException("was decoded when it was taken", e);
    }
  }
}

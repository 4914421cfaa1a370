package io.aftercare.exporter.topic;

import io.aftercare.contract.UndecodableException;
import io.aftercare.contract.Verdict;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.ledger.SaidRecord;
import io.aftercare.exporter.ledger.TicketLogs;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The ledger log into the day's verdicts and into the logs of tickets. */
public final class VerdictIntake implements Intake {
  private final RecentVerdicts verdicts;
  private final TicketLogs logs;
  private final RecordDecoder<Verdict> decoder = RecordDecoder.singleObject(Verdict.class);

  public VerdictIntake(RecentVerdicts verdicts, TicketLogs logs) {
    this.verdicts = verdicts;
    this.logs = logs;
  }

  @Override
  public void take(ConsumerRecord<byte[], byte[]> taken) throws UndecodableException {
    byte[] value = taken.value();
    if (value == null) {
      throw new IllegalArgumentException("it has no value; nothing is deleted from a log");
    }
    Verdict verdict = decoder.decode(value);
    verdicts.take(verdict);
    logs.takeVerdict(
        verdict.getTicketId(), new SaidRecord(verdict.getRevision(), taken.timestamp(), value));
  }
}

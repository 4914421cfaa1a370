package io.aftercare.exporter.topic;

import io.aftercare.contract.Milestone;
import io.aftercare.contract.UndecodableException;
import io.aftercare.exporter.ledger.SaidRecord;
import io.aftercare.exporter.ledger.TicketLogs;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Steps in tickets' lives into the logs of tickets. */
public final class MilestoneIntake implements Intake {
  private final TicketLogs logs;
  private final RecordDecoder<Milestone> decoder = RecordDecoder.singleObject(Milestone.class);

  public MilestoneIntake(TicketLogs logs) {
    this.logs = logs;
  }

  @Override
  public void take(ConsumerRecord<byte[], byte[]> taken) throws UndecodableException {
    byte[] value = taken.value();
    if (value == null) {
      throw new IllegalArgumentException("it has no value; nothing is deleted from a log");
    }
    Milestone step = decoder.decode(value);
    logs.takeMilestone(
        step.getTicketId(), new SaidRecord(step.getRevision(), taken.timestamp(), value));
  }
}

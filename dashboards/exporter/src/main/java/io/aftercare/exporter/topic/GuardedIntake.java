package io.aftercare.exporter.topic;

import io.aftercare.contract.UndecodableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An intake that no record can break: what it cannot take is counted, logged and skipped. */
final class GuardedIntake {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedIntake.class);
  private final Intake intake;
  private final ReaderStatus status;
  private final OccasionalLog log = new OccasionalLog(LOG);

  GuardedIntake(Intake intake, ReaderStatus status) {
    this.intake = intake;
    this.status = status;
  }

  void take(ConsumerRecord<byte[], byte[]> taken) {
    try {
      intake.take(taken);
    } catch (UndecodableException | RuntimeException e) {
      skip(taken, status.undecodable(), e);
    }
  }

  private void skip(ConsumerRecord<byte[], byte[]> skipped, long count, Exception why) {
    log.warn(
        "skipped {}-{}@{}: no record of this topic ({} so far): {}",
        skipped.topic(),
        skipped.partition(),
        skipped.offset(),
        count,
        why.toString());
  }
}

package io.aftercare.job;

import io.aftercare.domain.intake.Admission;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.io.kafka.EventSource;
import io.aftercare.io.kafka.EventStream;
import java.time.Duration;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * The inputs as the jobs read them. In simulated time records alone say what time it is: there an
 * input that a job reads beside its own holds it up only while records come, or a service without
 * calls would have no time.
 */
final class Inputs {
  private static final Duration QUIET = Duration.ofSeconds(10);

  private Inputs() {}

  /** An input, read by a job. */
  static <C extends SpecificRecord, E extends StreamEvent> EventSource<C, E> of(
      EventStream<C, E> stream, String job, JobSettings settings) {
    return new EventSource<>(
        stream,
        job,
        settings.kafka(),
        new Admission(
            stream.subjectField(), settings.futureTolerance().toMillis(), settings.endOfTime()),
        Set.copyOf(settings.regions()),
        settings.schemaRegistryUrl(),
        settings.outOfOrderness(),
        settings.bounded(),
        settings.simulatedTime() && !settings.bounded() && !stream.name().equals(job)
            ? QUIET
            : null,
        settings.followsWallClock() ? settings.idleGrace() : null);
  }
}

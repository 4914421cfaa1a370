package io.aftercare.domain.intake;

/**
 * An event as it arrived.
 *
 * @param domainTime event time that is known to have been reached before it arrived, ms; {@link
 *     Long#MIN_VALUE} if the record does not say
 */
public record Arrival<E extends StreamEvent>(
    E event, String topic, int partition, long offset, long domainTime) {

  /** Another event in the place of this one. */
  public <F extends StreamEvent> Arrival<F> with(F other) {
    return new Arrival<>(other, topic, partition, offset, domainTime);
  }

  /** The same record as one that cannot be used. */
  public Rejection rejected(String reason, String detail) {
    return Rejection.at(topic, partition, offset, reason, detail);
  }
}

package io.aftercare.flow.wire;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.StreamEvent;

/** Serializes an event with where it came from: the bytes of the one full-rate shuffle. */
abstract class ArrivalSerializer<E extends StreamEvent> extends WireSerializer<Arrival<E>> {
  private static final long serialVersionUID = 1;

  private final WireSerializer<E> events;

  ArrivalSerializer(WireSerializer<E> events) {
    this.events = events;
  }

  @Override
  void write(Arrival<E> arrival, WireWriter out) {
    events.write(arrival.event(), out);
    out.name(arrival.topic());
    out.signed(arrival.partition());
    out.signed(arrival.offset());
    // Its complement, because mostly it is not told: MIN_VALUE, and "never" takes one byte.
    out.instant(~arrival.domainTime(), ~arrival.event().occurredAt());
  }

  @Override
  Arrival<E> read(WireReader in) {
    E event = events.read(in);
    return new Arrival<>(
        event, in.requiredName(), (int) in.signed(), in.signed(), ~in.instant(~event.occurredAt()));
  }
}

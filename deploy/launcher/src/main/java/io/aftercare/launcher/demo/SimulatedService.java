package io.aftercare.launcher.demo;

import io.aftercare.contract.TicketEvent;
import io.aftercare.launcher.simulate.SimulatedEvent;
import io.aftercare.launcher.simulate.Simulator;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Iterator;

/** The simulator's events as records of the ticket topic, in Avro single-object encoding. */
public final class SimulatedService implements Simulation {
  @Override
  public Iterator<Arrival> from(long seed, Instant start) {
    Simulator simulator = new Simulator(SimulatorSettings.of(seed, start));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return simulator.hasNext();
      }

      @Override
      public Arrival next() {
        return arrival(simulator.next());
      }
    };
  }

  private static Arrival arrival(SimulatedEvent simulated) {
    TicketEvent event = simulated.event();
    Instant at = Instant.ofEpochMilli(simulated.arrivalMillis());
    return new Arrival(at, event.getTicketId(), encoded(event));
  }

  private static byte[] encoded(TicketEvent event) {
    try {
      ByteBuffer buffer = TicketEvent.getEncoder().encode(event);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot encode " + event.getEventId(), failure);
    }
  }
}

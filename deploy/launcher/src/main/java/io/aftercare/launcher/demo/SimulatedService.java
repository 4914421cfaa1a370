package io.aftercare.launcher.demo;

import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import io.aftercare.launcher.simulate.SimulatedEvent;
import io.aftercare.launcher.simulate.Simulator;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.time.Instant;
import java.util.Iterator;

/** The simulator's events as records of the ticket topic, in Avro single-object encoding. */
public final class SimulatedService implements Simulation {
  @Override
  public Iterator<Arrival> of(SimulatorSettings settings) {
    Simulator simulator = new Simulator(settings);
    SingleObject<TicketEvent> encoding = new SingleObject<>(TicketEvent.class);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return simulator.hasNext();
      }

      @Override
      public Arrival next() {
        return arrival(simulator.next(), encoding);
      }
    };
  }

  private static Arrival arrival(SimulatedEvent simulated, SingleObject<TicketEvent> encoding) {
    TicketEvent event = simulated.event();
    Instant at = Instant.ofEpochMilli(simulated.arrivalMillis());
    return new Arrival(at, event.getTicketId(), encoding.encode(event));
  }
}

package io.aftercare.launcher.demo;

import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.CallEvent;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.TicketEvent;
import io.aftercare.launcher.simulate.SimulatedEvent;
import io.aftercare.launcher.simulate.Simulator;
import io.aftercare.launcher.simulate.SimulatorSettings;
import java.time.Instant;
import java.util.Iterator;
import org.apache.avro.specific.SpecificRecord;

/** The simulator's events as records of their topics, in Avro single-object encoding. */
public final class SimulatedService implements Simulation {
  @Override
  public Iterator<Arrival> of(SimulatorSettings settings) {
    Simulator simulator = new Simulator(settings);
    Encoding encoding = new Encoding();
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

  private static Arrival arrival(SimulatedEvent simulated, Encoding encoding) {
    return new Arrival(
        Instant.ofEpochMilli(simulated.arrivalMillis()),
        simulated.topic(),
        simulated.key(),
        encoding.of(simulated.event()));
  }

  private static final class Encoding {
    private final SingleObject<TicketEvent> tickets = new SingleObject<>(TicketEvent.class);
    private final SingleObject<CallEvent> calls = new SingleObject<>(CallEvent.class);
    private final SingleObject<AgentStateEvent> agents = new SingleObject<>(AgentStateEvent.class);

    byte[] of(SpecificRecord event) {
      if (event instanceof TicketEvent ticket) {
        return tickets.encode(ticket);
      }
      return event instanceof CallEvent call
          ? calls.encode(call)
          : agents.encode((AgentStateEvent) event);
    }
  }
}

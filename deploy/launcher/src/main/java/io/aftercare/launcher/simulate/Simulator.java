package io.aftercare.launcher.simulate;

import java.util.Iterator;
import java.util.List;

/**
 * A believable after-sales service that never closes: yields the events of its tickets, calls and
 * agents one by one in one order of arrival, without end.
 *
 * <p>Law: the same settings give the same events, byte for byte, on any machine whose time zone
 * rules agree. Simulated time only; nothing is read from a clock. Memory grows with the tickets
 * that are not closed and the calls that are not over yet, and with nothing else. It begins with no
 * ticket: let some hours pass if a backlog should be there. One thread; {@link #incidents()} may be
 * asked from others.
 *
 * <p>It is a discrete-event simulation: demand is an inhomogeneous Poisson process ({@link
 * Arrivals}), people are crews with a roster ({@link Crew}, {@link Floor}, {@link Staffing}), so
 * that waits and backlog come out of load against staff; what is drawn is how long work takes.
 */
public final class Simulator implements Iterator<SimulatedEvent> {
  private final Agenda agenda;
  private final Delivery delivery;
  private final Bursts bursts;

  public Simulator(SimulatorSettings settings) {
    this.agenda = new Agenda(settings.start().toEpochMilli());
    this.delivery = new Delivery(settings);
    World world = new World(settings, agenda, delivery);
    Script script = new Script(world);
    for (Branch branch : world.branches) {
      new Arrivals(world, branch, script.intake).begin();
    }
    this.bursts = new Bursts(world, script.intake, settings.burstEvery());
  }

  /** Always: demand never ends. */
  @Override
  public boolean hasNext() {
    return true;
  }

  /** The next event to arrive: the service lives on until nothing can overtake it. */
  @Override
  public SimulatedEvent next() {
    while (agenda.nextAt() <= delivery.nextArrival()) {
      agenda.step();
    }
    return delivery.take();
  }

  /** The complaint bursts injected so far, oldest first. */
  public List<Incident> incidents() {
    return bursts.incidents();
  }

  /** How many happenings are planned: what the simulation's memory grows with. */
  int planned() {
    return agenda.size();
  }
}

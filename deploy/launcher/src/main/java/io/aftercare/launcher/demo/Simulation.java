package io.aftercare.launcher.demo;

import io.aftercare.launcher.simulate.SimulatorSettings;
import java.util.Iterator;

/** Makes the arrivals of an after-sales service from a start on, in order of arrival, endlessly. */
@FunctionalInterface
public interface Simulation {
  /** The same settings give the same arrivals. */
  Iterator<Arrival> of(SimulatorSettings settings);
}

package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Policies.Promise;
import java.util.ArrayList;
import java.util.List;

/** What every ticket is promised; makes the clocks that hold it to that. */
final class Promises {
  private final List<Promise> all;

  Promises(List<Promise> all) {
    this.all = all;
  }

  /** The clocks of a ticket that begins. */
  Clocks none() {
    return new Clocks(all, new ArrayList<>());
  }

  /** The clocks of a ticket that goes on. */
  Clocks of(List<Clock> rows) {
    return new Clocks(all, new ArrayList<>(rows));
  }
}

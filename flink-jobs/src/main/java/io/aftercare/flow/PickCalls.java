package io.aftercare.flow;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallFacts;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Lets through the few events of calls that tickets are concerned with. What is no event is left to
 * the job that judges calls: it counts all of them, and writes the dead letters.
 */
public final class PickCalls implements FlatMapFunction<Inbound<CallEvent>, Arrival<CallEvent>> {
  private static final long serialVersionUID = 1;

  @Override
  public void flatMap(Inbound<CallEvent> record, Collector<Arrival<CallEvent>> out) {
    Arrival<CallEvent> arrival = record.arrival();
    if (arrival != null && CallFacts.concern(arrival.event())) {
      out.collect(arrival);
    }
  }
}

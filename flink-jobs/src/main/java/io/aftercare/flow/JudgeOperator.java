package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.List;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs {@link JudgeTickets}. Adds what a broadcast function is not given: timers where a rule
 * arrives, which may take over clocks of tickets that are silent; and that tickets alone say what
 * time it is.
 */
public final class JudgeOperator
    extends CoBroadcastWithKeyedOperator<String, Arrival<TicketEvent>, PublishedRule, Delta> {
  private static final long serialVersionUID = 1;

  /** The timers of keyed functions, by Flink's name: the same as those the function itself has. */
  private static final String USER_TIMERS = "user-timers";

  private final JudgeTickets judge;

  /** An operator that asks this judge. */
  public JudgeOperator(JudgeTickets judge) {
    super(judge, List.of());
    this.judge = judge;
  }

  @Override
  public void open() throws Exception {
    super.open();
    InternalTimerService<VoidNamespace> timers =
        getInternalTimerService(USER_TIMERS, VoidNamespaceSerializer.INSTANCE, this);
    judge.timers(new SimpleTimerService(timers));
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    judge.timeIs(mark.getTimestamp(), delta -> output.collect(new StreamRecord<>(delta)));
    processWatermark(mark);
  }

  /** Rules do not tell the time. */
  @Override
  public void processWatermark2(Watermark mark) {}
}

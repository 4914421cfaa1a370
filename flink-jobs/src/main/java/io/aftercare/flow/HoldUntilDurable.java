package io.aftercare.flow;

import io.aftercare.domain.ticket.AttentionChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds changes of the attention list until the checkpoint that contains them completes; of several
 * of one ticket the last. After a failure timers and events may interleave differently, and a
 * ticket that was overdue for a moment may never be so again: what is said before it is durable
 * would then stand on the compacted topic for ever.
 *
 * <p>Law: what a completed checkpoint contains is said at least once, in the order in which it came
 * per ticket, and nothing else is said. A change is in the state from the barrier after it came to
 * the barrier after it was said, so what a failure loses on its way out is said again.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else
public final class HoldAttention extends AbstractStreamOperator<AttentionChange>
    implements OneInputStreamOperator<AttentionChange, AttentionChange> {
  private static final long serialVersionUID = 1;

  private transient ListState<AttentionChange> saved;
  private transient Map<String, AttentionChange> sinceBarrier;
  private transient TreeMap<Long, Map<String, AttentionChange>> awaiting;
  private transient Map<String, AttentionChange> due;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    saved =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("held", TypeInformation.of(AttentionChange.class)));
    sinceBarrier = new LinkedHashMap<>();
    awaiting = new TreeMap<>();
    due = new LinkedHashMap<>();
    for (AttentionChange change : saved.get()) {
      due.put(change.ticketId(), change);
    }
  }

  /** What the run begins with is durable; nothing can be sent yet while the operators open. */
  @Override
  public void open() throws Exception {
    super.open();
    Future<?> unused =
        getProcessingTimeService()
            .registerTimer(getProcessingTimeService().getCurrentProcessingTime(), at -> say());
  }

  @Override
  public void processElement(StreamRecord<AttentionChange> element) {
    AttentionChange change = element.getValue();
    sinceBarrier.remove(change.ticketId());
    sinceBarrier.put(change.ticketId(), change);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    say();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    awaiting.put(context.getCheckpointId(), sinceBarrier);
    sinceBarrier = new LinkedHashMap<>();
    // Each ticket once: a restore deals the list out, and two of one ticket might swap.
    Map<String, AttentionChange> held = new LinkedHashMap<>(due);
    awaiting.values().forEach(held::putAll);
    saved.update(new ArrayList<>(held.values()));
  }

  /** A checkpoint contains what earlier ones that were aborted had contained. */
  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    Map<Long, Map<String, AttentionChange>> done = awaiting.headMap(checkpointId, true);
    done.values().forEach(due::putAll);
    done.clear();
    say();
  }

  /** The end of a bounded input: no failure can take anything back that a rerun would not say. */
  @Override
  public void finish() throws Exception {
    awaiting.values().forEach(due::putAll);
    awaiting.clear();
    due.putAll(sinceBarrier);
    sinceBarrier.clear();
    say();
    super.finish();
  }

  private void say() {
    due.values().forEach(change -> output.collect(new StreamRecord<>(change)));
    due.clear();
  }
}

package io.aftercare.flow;

import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.window.Dimension;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.flow.wire.WireType;
import java.io.Serializable;
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
import org.jspecify.annotations.Nullable;

/**
 * Holds what must not be said and then be otherwise, until the checkpoint that contains it
 * completes; of several of one subject the last. After a failure timers and events may interleave
 * differently: a ticket that was overdue for a moment may never be so again, and would stand on the
 * compacted topic for ever; an hour's cells may be decided otherwise, and the difference would tell
 * who is in them.
 *
 * <p>Law: of what has a subject, what a completed checkpoint contains is said at least once, in the
 * order in which it came per subject, and nothing else is said. It is in the state from the barrier
 * after it came to the barrier after it was said, so what a failure loses on its way out is said
 * again. What has no subject passes at once.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else
public final class HoldUntilDurable<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 2;

  /** What something is said of. */
  private interface Subject<T> extends Serializable {
    /** Null: it is said at once. */
    @Nullable Object of(T said);
  }

  private record Cell(String region, Dimension dimension, String cell, String span, long end) {}

  private final TypeInformation<T> type;
  private final Subject<T> subject;
  private final boolean inputEnds;

  private transient ListState<T> saved;
  private transient Map<Object, T> sinceBarrier;
  private transient TreeMap<Long, Map<Object, T>> awaiting;
  private transient Map<Object, T> due;
  private transient boolean finished;

  private HoldUntilDurable(TypeInformation<T> type, Subject<T> subject, boolean inputEnds) {
    this.type = type;
    this.subject = subject;
    this.inputEnds = inputEnds;
  }

  /** Holds changes of the attention list; subjects are tickets. */
  public static HoldUntilDurable<AttentionChange> attention() {
    return new HoldUntilDurable<>(
        TypeInformation.of(AttentionChange.class), AttentionChange::ticketId, true);
  }

  /**
   * Holds cells of windows; a region's own windows pass.
   *
   * @param inputEnds whether a rerun would say the same in the end: else what is held when the job
   *     is stopped stays in its state
   */
  public static HoldUntilDurable<WindowEntry> cells(boolean inputEnds) {
    return new HoldUntilDurable<>(WireType.WINDOW_ENTRY, HoldUntilDurable::cell, inputEnds);
  }

  private static @Nullable Object cell(WindowEntry w) {
    String region = w.region();
    return region == null || w.dimension() == Dimension.REGION
        ? null
        : new Cell(region, w.dimension(), w.cell(), w.span(), w.end());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    saved = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("held", type));
    sinceBarrier = new LinkedHashMap<>();
    awaiting = new TreeMap<>();
    due = new LinkedHashMap<>();
    for (T said : saved.get()) {
      Object of = subject.of(said);
      if (of != null) {
        due.put(of, said);
      }
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
  public void processElement(StreamRecord<T> element) {
    T said = element.getValue();
    Object of = subject.of(said);
    if (of == null) {
      output.collect(element);
      return;
    }
    sinceBarrier.remove(of);
    sinceBarrier.put(of, said);
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
    // Each subject once: a restore deals the list out, and two of one subject might swap.
    Map<Object, T> held = new LinkedHashMap<>(due);
    awaiting.values().forEach(held::putAll);
    saved.update(new ArrayList<>(held.values()));
  }

  /** A checkpoint contains what earlier ones that were aborted had contained. */
  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    Map<Long, Map<Object, T>> done = awaiting.headMap(checkpointId, true);
    done.values().forEach(due::putAll);
    done.clear();
    say();
  }

  /** Where the input ends no failure can take anything back that a rerun would not say. */
  @Override
  public void finish() throws Exception {
    if (inputEnds) {
      awaiting.values().forEach(due::putAll);
      awaiting.clear();
      due.putAll(sinceBarrier);
      sinceBarrier.clear();
    }
    say();
    finished = true;
    super.finish();
  }

  private void say() {
    if (finished) {
      return;
    }
    due.values().forEach(said -> output.collect(new StreamRecord<>(said)));
    due.clear();
  }
}

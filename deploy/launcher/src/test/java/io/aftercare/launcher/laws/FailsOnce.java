package io.aftercare.launcher.laws;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Passes everything on, and fails once as its {@link Mishap} plans. */
final class FailsOnce<E extends StreamEvent> extends ProcessFunction<Inbound<E>, Inbound<E>>
    implements CheckpointedFunction, CheckpointListener {
  private static final long serialVersionUID = 1;

  private final String plan;

  FailsOnce(Mishap plan) {
    this.plan = plan.id();
  }

  @Override
  public void processElement(Inbound<E> record, Context ctx, Collector<Inbound<E>> out)
      throws Exception {
    Mishap.of(plan).pass();
    out.collect(record);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    if (context.isRestored()) {
      Mishap.of(plan).restored(context.getRestoredCheckpointId());
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    Mishap.of(plan).completed(checkpointId);
  }
}

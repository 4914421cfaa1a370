package io.aftercare.flow;

import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.ticket.Repair;
import io.aftercare.domain.ticket.Returns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts repairs of devices that were repaired shortly before. Of a device it remembers repairs for
 * as long as {@link Returns} asks, at most {@value #MOST}: a pseudonym that more tickets share is
 * no device, and what was counted of the oldest of them stands.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class CountReturns extends KeyedProcessFunction<Long, Repair, Delta> {
  static final int MOST = 100;

  private static final long serialVersionUID = 1;

  private transient MapState<String, Repair> repairs;

  @Override
  public void open(OpenContext context) {
    repairs =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "repairs", TypeInformation.of(String.class), TypeInformation.of(Repair.class)));
  }

  @Override
  public void processElement(Repair repair, Context ctx, Collector<Delta> out) throws Exception {
    long now = ctx.timerService().currentWatermark();
    makeRoom(repair);
    Map<String, String> before = Returns.among(known(), now);
    if (repair.stands()) {
      repairs.put(repair.ticketId(), repair);
      ctx.timerService().registerEventTimeTimer(Returns.forgetAt(repair));
    } else {
      repairs.remove(repair.ticketId());
    }
    Map<String, String> after = Returns.among(known(), now);
    difference(before, after, Measure.RETURN_REPAIRS_RETRACTED, out);
    difference(after, before, Measure.RETURN_REPAIRS, out);
  }

  /** What these have and the others have not. */
  private static void difference(
      Map<String, String> these, Map<String, String> others, Measure as, Collector<Delta> out) {
    these.forEach(
        (ticket, region) -> {
          if (!region.equals(others.get(ticket))) {
            out.collect(Delta.one(as, region));
          }
        });
  }

  private void makeRoom(Repair more) throws Exception {
    List<Repair> known = known();
    if (known.size() >= MOST && !repairs.contains(more.ticketId())) {
      Repair oldest =
          known.stream()
              .min(Comparator.comparingLong(Returns::forgetAt).thenComparing(Repair::ticketId))
              .orElseThrow();
      repairs.remove(oldest.ticketId());
    }
  }

  private List<Repair> known() throws Exception {
    List<Repair> all = new ArrayList<>();
    repairs.values().forEach(all::add);
    return all;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Delta> out) throws Exception {
    for (Repair repair : known()) {
      if (Returns.forgetAt(repair) <= timestamp) {
        repairs.remove(repair.ticketId());
      }
    }
  }
}

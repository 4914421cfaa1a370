package io.aftercare.flow;

import io.aftercare.domain.complaint.Alarm;
import io.aftercare.domain.complaint.Desk;
import io.aftercare.domain.complaint.Incident;
import io.aftercare.domain.complaint.IncidentTerms;
import io.aftercare.domain.complaint.Incidents;
import io.aftercare.domain.complaint.SpikeAlert;
import io.aftercare.domain.complaint.SpikeEntry;
import io.aftercare.domain.measure.ComplaintGauges;
import io.aftercare.domain.measure.Series;
import io.aftercare.domain.measure.Total;
import io.aftercare.domain.measure.WindowGauges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the alerts of all regions into incidents, and says what there is to say of both. All are
 * under one key: alerts are few. They are taken in the order of time, when event time has come so
 * far that none can be missing.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class GatherIncidents extends KeyedProcessFunction<String, SpikeAlert, SpikeEntry> {
  private static final long serialVersionUID = 1;

  /** Levels of incidents. */
  public static final OutputTag<Partial> FIGURES =
      new OutputTag<>("incident-figures", TypeInformation.of(Partial.class));

  private static final Comparator<SpikeAlert> ORDER =
      Comparator.comparingLong(SpikeAlert::at)
          .thenComparing(SpikeAlert::region)
          .thenComparing(SpikeAlert::category);

  private final int smallestCell;
  private final long asOf;

  private transient ListState<SpikeAlert> waiting;
  private transient ListState<Alarm> alarms;
  private transient ListState<Incident> incidents;
  private transient ListState<SpikeAlert> alerts;
  private transient ListState<Series> told;
  private transient @Nullable Desk desk;

  /**
   * @param smallestCell how many complaints a driver has at least that is told of
   * @param asOf the end of time, ms; {@link Long#MAX_VALUE} when live
   */
  public GatherIncidents(int smallestCell, long asOf) {
    this.smallestCell = smallestCell;
    this.asOf = asOf;
  }

  @Override
  public void open(OpenContext context) {
    waiting = list("waiting", SpikeAlert.class);
    alarms = list("alarms", Alarm.class);
    incidents = list("incidents", Incident.class);
    alerts = list("alerts", SpikeAlert.class);
    told = list("told", Series.class);
  }

  private <T> ListState<T> list(String name, Class<T> type) {
    return getRuntimeContext()
        .getListState(new ListStateDescriptor<>(name, TypeInformation.of(type)));
  }

  private Desk desk() throws Exception {
    if (desk == null) {
      IncidentTerms terms = IncidentTerms.standard();
      desk =
          new Desk(
              terms, Incidents.of(terms, all(alarms), all(incidents)), all(alerts), smallestCell);
    }
    return desk;
  }

  private static <T> List<T> all(ListState<T> state) throws Exception {
    List<T> all = new ArrayList<>();
    state.get().forEach(all::add);
    return all;
  }

  @Override
  public void processElement(SpikeAlert alert, Context ctx, Collector<SpikeEntry> out)
      throws Exception {
    waiting.add(alert);
    ctx.timerService().registerEventTimeTimer(alert.at() - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<SpikeEntry> out)
      throws Exception {
    List<SpikeAlert> due = all(waiting);
    List<SpikeAlert> early = due.stream().filter(alert -> alert.at() - 1 > timestamp).toList();
    due.removeAll(early);
    waiting.update(early);
    due.sort(ORDER);
    for (SpikeAlert alert : due) {
      desk().take(alert).forEach(out::collect);
    }
    boolean drained = asOf == Long.MAX_VALUE && ctx.timerService().currentWatermark() == asOf;
    if (!drained && timestamp < asOf) {
      desk().advance(timestamp + 1).forEach(out::collect);
    }
    keep(ctx);
    long next = desk().incidents().nextAt();
    if (next != Long.MAX_VALUE && next <= asOf && next - 1 > timestamp) {
      ctx.timerService().registerEventTimeTimer(next - 1);
    }
  }

  private void keep(Context ctx) throws Exception {
    Desk now = desk();
    alarms.update(now.incidents().alarms());
    incidents.update(now.incidents().incidents());
    alerts.update(now.alerts());
    Map<Series, Long> levels = ComplaintGauges.incidents(now.incidents().incidents());
    for (Series gone : all(told)) {
      if (!levels.containsKey(gone)) {
        ctx.output(FIGURES, new Partial(gone, Total.ABSENT));
      }
    }
    levels.forEach(
        (series, level) -> ctx.output(FIGURES, new Partial(series, WindowGauges.level(level))));
    told.update(List.copyOf(levels.keySet()));
  }
}

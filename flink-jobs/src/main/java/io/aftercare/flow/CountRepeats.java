package io.aftercare.flow;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.FirstEntry;
import io.aftercare.domain.call.Repeats;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts callers who called again at once; remembers a contact for a day at most, because a number
 * that many share would make the memory of a customer long.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class CountRepeats extends KeyedProcessFunction<String, FirstEntry, Delta> {
  private static final long serialVersionUID = 1;

  private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

  private final long retentionMillis;

  private transient MapState<String, FirstEntry> entries;

  /**
   * @param retentionMillis how long a contact is remembered, ms
   */
  public CountRepeats(long retentionMillis) {
    this.retentionMillis = Math.min(retentionMillis, DAY_MILLIS);
  }

  @Override
  public void open(OpenContext context) {
    entries =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "entries",
                    TypeInformation.of(String.class),
                    TypeInformation.of(FirstEntry.class)));
  }

  @Override
  public void processElement(FirstEntry entry, Context ctx, Collector<Delta> out) throws Exception {
    List<FirstEntry> gone = new ArrayList<>(Repeats.among(known()));
    if (entry.enteredAt() == CallEvent.NEVER) {
      entries.remove(entry.contactId());
    } else {
      entries.put(entry.contactId(), entry);
      if (entry.enteredAt() < Long.MAX_VALUE - retentionMillis) {
        ctx.timerService().registerEventTimeTimer(entry.enteredAt() + retentionMillis);
      }
    }
    for (FirstEntry repeat : Repeats.among(known())) {
      if (!gone.remove(repeat)) {
        out.collect(Delta.one(Measure.CALLS_REPEATED, repeat.region(), repeat.queue()));
      }
    }
    for (FirstEntry no : gone) {
      out.collect(Delta.one(Measure.CALLS_REPEATED_RETRACTED, no.region(), no.queue()));
    }
  }

  private List<FirstEntry> known() throws Exception {
    List<FirstEntry> all = new ArrayList<>();
    entries.values().forEach(all::add);
    return all;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Delta> out) throws Exception {
    for (FirstEntry entry : known()) {
      if (entry.enteredAt() + retentionMillis <= timestamp) {
        entries.remove(entry.contactId());
      }
    }
  }
}

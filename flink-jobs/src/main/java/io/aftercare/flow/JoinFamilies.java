package io.aftercare.flow;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.ticket.Families;
import io.aftercare.domain.ticket.MergeFact;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells survivors of merges whom they take in, chains of merges included. Merges are few: all of
 * them live under one key. A merge is remembered as long as the ledger is.
 */
public final class JoinFamilies
    extends KeyedProcessFunction<String, MergeFact, Arrival<TicketEvent>> {
  /** As long as the ledger topic keeps its records, 400 d. */
  private static final long MEMORY_MILLIS = 400L * 24 * 60 * 60 * 1000;

  private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

  /**
   * It says nothing of time: it may overtake events of the survivor that are still on their way.
   */
  private static final long NO_TIME = Long.MIN_VALUE;

  private transient MapState<String, List<MergeFact>> merges;
  private transient MapState<String, List<String>> children;

  @Override
  public void open(OpenContext context) {
    merges =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "merges", Types.STRING, Types.LIST(TypeInformation.of(MergeFact.class))));
    children =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("children", Types.STRING, Types.LIST(Types.STRING)));
  }

  @Override
  public void processElement(MergeFact fact, Context ctx, Collector<Arrival<TicketEvent>> out) {
    for (TicketEvent event : new Families(new State()).take(fact)) {
      out.collect(new Arrival<>(event, "", 0, 0, NO_TIME));
    }
    long day = (fact.at() + MEMORY_MILLIS) / DAY_MILLIS + 1; // one look a day at what is over
    ctx.timerService().registerEventTimeTimer(day * DAY_MILLIS);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<Arrival<TicketEvent>> out)
      throws Exception {
    if (ctx.timerService().currentWatermark() == Long.MAX_VALUE) {
      return; // the end of a bounded input, and of everything that is remembered
    }
    long oldest = timestamp - MEMORY_MILLIS;
    List<String> over = new ArrayList<>();
    for (String child : merges.keys()) {
      if (State.orEmpty(merges.get(child)).stream().allMatch(m -> m.at() <= oldest)) {
        over.add(child);
      }
    }
    for (String child : over) {
      for (MergeFact merge : State.orEmpty(merges.get(child))) {
        leave(merge);
      }
      merges.remove(child);
    }
  }

  /** The child is no longer one of the survivor's. */
  private void leave(MergeFact merge) throws Exception {
    List<String> left = new ArrayList<>(State.orEmpty(children.get(merge.survivor())));
    left.remove(merge.child());
    if (left.isEmpty()) {
      children.remove(merge.survivor());
    } else {
      children.put(merge.survivor(), left);
    }
  }

  /** The merges in Flink's state. */
  private final class State implements Families.Merged {
    @Override
    public List<MergeFact> into(String child) {
      try {
        return orEmpty(merges.get(child));
      } catch (Exception e) {
        throw new IllegalStateException("merges cannot be read", e);
      }
    }

    @Override
    public List<String> children(String survivor) {
      try {
        return orEmpty(children.get(survivor));
      } catch (Exception e) {
        throw new IllegalStateException("merges cannot be read", e);
      }
    }

    @Override
    public void put(MergeFact fact) {
      try {
        List<MergeFact> into = new ArrayList<>(into(fact.child()));
        for (MergeFact known : into(fact.child())) {
          if (known.eventId().equals(fact.eventId())) {
            into.remove(known);
            leave(known);
          }
        }
        into.add(fact);
        merges.put(fact.child(), into);
        List<String> with = new ArrayList<>(children(fact.survivor()));
        if (!with.contains(fact.child())) {
          with.add(fact.child());
          children.put(fact.survivor(), with);
        }
      } catch (Exception e) {
        throw new IllegalStateException("merges cannot be written", e);
      }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
      return list == null ? List.of() : list;
    }
  }
}

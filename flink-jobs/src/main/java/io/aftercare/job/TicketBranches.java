package io.aftercare.job;

import io.aftercare.domain.expectation.HourOfRegion;
import io.aftercare.domain.expectation.LastEvent;
import io.aftercare.domain.measure.BirthChange;
import io.aftercare.domain.measure.Delta;
import io.aftercare.domain.measure.Measure;
import io.aftercare.domain.ticket.Repair;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.flow.CloseWindows;
import io.aftercare.flow.CountBirths;
import io.aftercare.flow.CountReturns;
import io.aftercare.flow.ExpectRegions;
import io.aftercare.flow.HoldUntilDurable;
import io.aftercare.flow.Partial;
import io.aftercare.flow.PreAggregate;
import io.aftercare.flow.PrePanes;
import io.aftercare.flow.TellHours;
import io.aftercare.flow.TicketOutputs;
import io.aftercare.flow.WatchBacklog;
import io.aftercare.flow.wire.WireType;
import io.aftercare.io.metrics.SeriesRecords;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What the ticket job makes of what the judge found, on the way to the totals. Everything that
 * looks at all regions together stands under one key; what comes to it is added up per subtask
 * before.
 */
record TicketBranches(TicketJobSettings settings) {
  private static final String ALL = TicketJob.NAME;

  /** Amounts added up per subtask. */
  DataStream<Partial> measured(DataStream<Delta> deltas, String name) {
    return deltas
        .transform(
            name,
            TypeInformation.of(Partial.class),
            new PreAggregate(settings.publishMillis(), SeriesRecords.bucketBoundsMillis()))
        .uid(name);
  }

  /** Windows of event time as they close. */
  SingleOutputStreamOperator<WindowEntry> windows(SingleOutputStreamOperator<Delta> judged) {
    return alone(
        judged
            .getSideOutput(TicketOutputs.CONTRIBUTIONS)
            .transform("pre-panes", WireType.PANE_PART, new PrePanes(settings.publishMillis()))
            .uid("pre-panes")
            .keyBy(part -> ALL)
            .process(new CloseWindows(settings.windows(), settings.asOf()), WireType.WINDOW_ENTRY),
        "windows");
  }

  /** The windows as they are said: cells once they are durable. */
  DataStream<WindowEntry> said(SingleOutputStreamOperator<WindowEntry> windows) {
    return alone(
        windows.transform("cells", WireType.WINDOW_ENTRY, HoldUntilDurable.cells(!settings.live())),
        "cells");
  }

  /**
   * What the windows that closed last hold; when a region was last heard of is told with its limit.
   */
  DataStream<Partial> figures(SingleOutputStreamOperator<WindowEntry> windows) {
    return windows
        .getSideOutput(CloseWindows.FIGURES)
        .filter(partial -> partial.series().measure() != Measure.REGION_LAST_EVENT)
        .name("window-figures")
        .uid("window-figures")
        .setParallelism(1); // what is said last is true
  }

  /** What is usual of regions, and how long they may be silent. */
  DataStream<Partial> usual(
      SingleOutputStreamOperator<WindowEntry> windows, DataStream<Partial> ages) {
    DataStream<HourOfRegion> hours =
        alone(
            windows
                .keyBy(entry -> ALL)
                .connect(ages.keyBy(partial -> ALL))
                .process(
                    new TellHours(settings.rules(), settings.asOf()),
                    TypeInformation.of(HourOfRegion.class)),
            "hours");
    DataStream<LastEvent> heard =
        windows
            .getSideOutput(CloseWindows.FIGURES)
            .filter(partial -> partial.series().measure() == Measure.REGION_LAST_EVENT)
            .name("last-figures")
            .uid("last-figures")
            .setParallelism(1)
            .map(
                partial ->
                    new LastEvent(partial.series().labels().get(0), partial.amount().value()),
                TypeInformation.of(LastEvent.class))
            .name("last-events")
            .uid("last-events")
            .setParallelism(1);
    return alone(
        hours
            .keyBy(hour -> ALL)
            .connect(heard.keyBy(event -> ALL))
            .process(
                new ExpectRegions(settings.rules(), settings.relearnFrom()),
                TypeInformation.of(Partial.class)),
        "expect-regions");
  }

  /** The backlog by age. */
  DataStream<Partial> backlogAges(SingleOutputStreamOperator<Delta> judged) {
    return alone(
        judged
            .getSideOutput(TicketOutputs.BIRTHS)
            .transform(
                "births",
                TypeInformation.of(BirthChange.class),
                new CountBirths(settings.publishMillis()))
            .uid("births")
            .keyBy(birth -> ALL)
            .process(
                new WatchBacklog(settings.publishMillis(), settings.asOf()),
                TypeInformation.of(Partial.class)),
        "watch-backlog");
  }

  /** Repairs of devices that came back. */
  DataStream<Delta> returns(SingleOutputStreamOperator<Delta> judged) {
    return judged
        .getSideOutput(TicketOutputs.REPAIRS)
        .keyBy(Repair::asset, Types.LONG)
        .process(new CountReturns(), TypeInformation.of(Delta.class))
        .name("return-repairs")
        .uid("return-repairs");
  }

  private static <T> SingleOutputStreamOperator<T> alone(
      SingleOutputStreamOperator<T> node, String name) {
    return node.name(name).uid(name).setParallelism(1).setMaxParallelism(1);
  }
}

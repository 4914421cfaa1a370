package io.aftercare.job;

import io.aftercare.domain.complaint.CaseCount;
import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.complaint.FinalBin;
import io.aftercare.domain.complaint.SpikeAlert;
import io.aftercare.domain.complaint.SpikeEntry;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.flow.CountCases;
import io.aftercare.flow.DetectComplaints;
import io.aftercare.flow.FileComplaints;
import io.aftercare.flow.GatherIncidents;
import io.aftercare.flow.KeepTotals;
import io.aftercare.flow.Partial;
import io.aftercare.flow.PreAggregate;
import io.aftercare.flow.ScreenEvents;
import io.aftercare.flow.TicketOutputs;
import io.aftercare.flow.wire.WireType;
import io.aftercare.io.kafka.EventSource;
import io.aftercare.io.kafka.EventStream;
import io.aftercare.io.kafka.Sinks;
import io.aftercare.io.metrics.SeriesRecords;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The complaint job: who complains, and where there are more of them than is usual.
 *
 * <pre>
 *   tickets ─▶ screen-cases ─▶ file-complaints ─▶ count-cases ─▶ detect ─┬─▶ incidents ─┬─▶ spikes
 *                   │                 │                                  ├─▶ final bins │
 *                   └─────────────────┴─▶ measure-complaints ─▶ totals ◀─┴──────────────┘
 *                                                                 └─▶ metrics
 * </pre>
 *
 * <p>It reads what the ticket job reads; that job takes care of what cannot be used.
 */
public final class ComplaintJob {
  /** The job's name, also on its metrics. */
  public static final String NAME = "complaints";

  private ComplaintJob() {}

  /** Where the job's streams end. */
  public interface Outputs {
    /** What is said of spikes, incidents and mass complaints. */
    void spikes(DataStream<SpikeEntry> entries);

    /** Bins that nothing changes any more. */
    void finalBins(DataStream<FinalBin> bins);

    /** Absolute values of series. */
    void metrics(DataStream<SeriesUpdate> updates);
  }

  /**
   * Submits the job against Kafka; the topics must exist.
   *
   * @return tells when the job ends
   */
  public static JobClient submit(StreamExecutionEnvironment env, JobSettings settings)
      throws Exception {
    env.configure(FlinkDefaults.of(settings));
    define(env, settings);
    return env.executeAsync(NAME);
  }

  /** The dataflow with Kafka at both ends. */
  static void define(StreamExecutionEnvironment env, JobSettings settings) {
    define(
        cases(settings).attachTo(env),
        new KafkaOutputs(settings),
        ComplaintJobSettings.of(settings));
  }

  /** The whole dataflow, from what was read to where it ends. */
  public static void define(
      DataStream<Inbound<CaseEvent>> cases, Outputs outputs, ComplaintJobSettings settings) {
    SingleOutputStreamOperator<Arrival<CaseEvent>> arrivals =
        cases
            .process(new ScreenEvents<>(EventStream.CASES.name()), WireType.CASE_ARRIVAL)
            .name("screen-cases")
            .uid("screen-cases");
    SingleOutputStreamOperator<CaseCount> filed =
        arrivals
            .keyBy(arrival -> arrival.event().ticketId(), WireType.TEXT)
            .process(
                new FileComplaints(EventStream.CASES.name(), settings.retentionMillis()),
                TypeInformation.of(CaseCount.class))
            .name("file-complaints")
            .uid("file-complaints");
    SingleOutputStreamOperator<SpikeAlert> detected =
        filed
            .transform(
                "count-cases",
                TypeInformation.of(CaseCount.class),
                new CountCases(settings.publishMillis()))
            .uid("count-cases")
            .keyBy(CaseCount::region, WireType.TEXT)
            .process(
                new DetectComplaints(
                    settings.latenessMillis(),
                    settings.weeks(),
                    settings.warm(),
                    settings.publishMillis(),
                    settings.asOf()),
                TypeInformation.of(SpikeAlert.class))
            .name("detect")
            .uid("detect");
    SingleOutputStreamOperator<SpikeEntry> incidents =
        detected
            .keyBy(alert -> NAME)
            .process(
                new GatherIncidents(settings.smallestCell(), settings.asOf()),
                TypeInformation.of(SpikeEntry.class))
            .name("incidents")
            .uid("incidents")
            .setParallelism(1)
            .setMaxParallelism(1);
    DataStream<Partial> measured =
        arrivals
            .getSideOutput(TicketOutputs.INTAKE_DELTAS)
            .union(filed.getSideOutput(TicketOutputs.INTAKE_DELTAS))
            .transform(
                "measure-complaints",
                TypeInformation.of(Partial.class),
                new PreAggregate(settings.publishMillis(), SeriesRecords.bucketBoundsMillis()))
            .uid("measure-complaints");
    outputs.spikes(incidents);
    outputs.finalBins(detected.getSideOutput(DetectComplaints.FINAL));
    outputs.metrics(
        measured
            .union(
                detected.getSideOutput(DetectComplaints.FIGURES),
                incidents.getSideOutput(GatherIncidents.FIGURES))
            .keyBy(partial -> NAME)
            .process(
                new KeepTotals(
                    NAME,
                    settings.publishMillis(),
                    Map.of(),
                    settings.live(),
                    settings.wallClock()))
            .name("complaint-totals")
            .uid("complaint-totals")
            .setParallelism(1)
            .setMaxParallelism(1));
  }

  /** The tickets topic as the job reads it. */
  public static EventSource<io.aftercare.contract.TicketEvent, CaseEvent> cases(
      JobSettings settings) {
    return Inputs.of(EventStream.CASES, NAME, settings);
  }

  /** Outputs to the topics, beside the inputs. */
  public record KafkaOutputs(JobSettings settings) implements Outputs {
    @Override
    public void spikes(DataStream<SpikeEntry> entries) {
      entries
          .sinkTo(new Sinks(settings.kafka()).spikes())
          .setParallelism(1)
          .name("spikes-log")
          .uid("spikes-log");
    }

    @Override
    public void finalBins(DataStream<FinalBin> bins) {
      bins.sinkTo(new Sinks(settings.kafka()).complaintBins()).name("final-bins").uid("final-bins");
    }

    @Override
    public void metrics(DataStream<SeriesUpdate> updates) {
      updates
          .sinkTo(new Sinks(settings.kafka()).metrics(NAME))
          .setParallelism(1)
          .name("metrics")
          .uid("metrics");
    }
  }
}
